"""Compiles `requirements/*.in`: exact versions with hashes, for every platform.

No address of where they come from goes in, so that any mirror can serve them.

    make lock                             what is locked stays, unless the .in files say otherwise
    PACKAGES="django gunicorn" make lock  newer versions of these
    UPGRADE=1 make lock                   newer versions of everything
"""

import os
import subprocess
import sys

import uv
from install import BOOTSTRAP, PROJECT
from pythons import WANTED

OPTIONS = [
    "--quiet",
    "--universal",
    f"--python-version={WANTED[0]}.{WANTED[1]}",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
]


def main() -> None:
    """Compiles base first; dev then takes base's versions."""
    options = list(OPTIONS)
    if os.environ.get("UPGRADE"):
        options.append("--upgrade")
    options += [f"--upgrade-package={name}" for name in os.environ.get("PACKAGES", "").split()]
    program = uv.find_or_install(BOOTSTRAP)
    for source, extra in (("base", []), ("dev", ["--constraint=requirements/base.txt"])):
        target = f"requirements/{source}.txt"
        command = [program, "pip", "compile", *options, *extra, f"--output-file={target}"]
        done = subprocess.run(  # noqa: S603
            [*command, f"requirements/{source}.in"],
            cwd=PROJECT,
            env=uv.environment(BOOTSTRAP),
            stdout=subprocess.DEVNULL,  # uv prints the file as well
            check=False,
        )
        if done.returncode:
            sys.exit(f"Error: {target} could not be compiled.")


if __name__ == "__main__":
    main()
