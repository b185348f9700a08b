"""What a site asks of Hugo beyond reading itself is refused, whatever its configuration says."""

import pytest

from posts.arrivals import Arrival
from transfer.hugo.build import built
from transfer.hugo.config import HARMLESS, read_configuration
from transfer.hugo.refusal import HugoError
from transfer.hugo.sandbox import run

from .conftest import POST, only

OPEN = """
[security]
enableInlineShortcodes = true
[security.exec]
allow = [".*"]
[security.funcs]
getenv = [".*"]
[security.http]
urls = [".*"]
methods = [".*"]
"""


def with_shortcode(code: str) -> dict[str, str]:
    return {
        "layouts/shortcodes/hostile.html": code,
        "content/posts/a/b.md": POST + "{{< hostile >}}\n",
    }


def test_no_configuration_of_a_site_opens_what_is_closed(site, hugo):
    folder = site({}, OPEN)
    security = read_configuration(hugo, folder, HARMLESS).values["security"]
    assert security["exec"]["allow"] == "none"
    assert security["funcs"]["getenv"] == "none"
    assert security["http"]["urls"] == "none"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('{{ getenv "HOME" }}', "security.funcs.getenv"),
        ('{{ os.Getenv "SECRET_KEY" }}', "security.funcs.getenv"),
        (
            '{{ $a := resources.FromString "a.css" "a{}" }}{{ ($a | css.PostCSS).Content }}',
            "security.exec.allow|postcss",
        ),
    ],
)
def test_what_is_asked_for_in_vain(site, read, code, said):
    with pytest.raises(HugoError, match=said) as refused:
        read(site(with_shortcode(code), OPEN))
    assert "\n" not in str(refused.value)


def test_no_address_is_fetched(site, read):
    code = '{{ with try (resources.GetRemote "http://127.0.0.1:9/") }}{{ .Err }}{{ end }}'
    [arrival] = only(Arrival, read(site(with_shortcode(code), OPEN)))
    assert "security.http.urls" in arrival.content.body


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../etc/passwd"])
def test_no_file_elsewhere_is_read(site, read, path):
    code = f'{{{{ with try (readFile "{path}") }}}}{{{{ .Err }}}}{{{{ .Value }}}}{{{{ end }}}}'
    [arrival] = only(Arrival, read(site(with_shortcode(code), OPEN)))
    assert "root:" not in arrival.content.body


@pytest.mark.parametrize("where", ["static/secret.txt", "content/posts/a/secret.txt", "assets"])
def test_links_out_of_the_site(site, read, tmp_path, where):
    folder = site({"content/posts/a/b.md": POST})
    (tmp_path / "secret").write_text("secret")
    (folder / where).parent.mkdir(parents=True, exist_ok=True)
    (folder / where).symlink_to(tmp_path / "secret")
    with pytest.raises(HugoError, match="a link that leads out of the site"):
        read(folder)


def test_a_link_within_the_site_is_none_of_ours(site, read):
    folder = site({"content/posts/a/b.md": POST, "static/one.txt": "1"})
    (folder / "static" / "two.txt").symlink_to("one.txt")
    assert only(Arrival, read(folder))


@pytest.mark.parametrize(
    "config",
    [
        "[[module.mounts]]\nsource = '/etc'\ntarget = 'static'\n",
        "[[module.mounts]]\nsource = '../'\ntarget = 'content'\n",
        "staticDir = ['/etc']\n",
        "contentDir = '/etc'\n",
    ],
)
def test_folders_outside_the_site(site, read, config):
    with pytest.raises(HugoError, match="from outside its folder"):
        read(site({"content/posts/a/b.md": POST}, config))


def test_work_without_end(site, hugo):
    code = "{{ range seq 2000 }}{{ range seq 2000 }}{{ range seq 2000 }}{{ $x := sha256 . }}"
    code += "{{ end }}{{ end }}{{ end }}"
    folder = site(with_shortcode(code))
    with (
        pytest.raises(HugoError, match=r"took more than 4 seconds|timed out|timeout"),
        built(hugo, folder, seconds=4, page_seconds=2),
    ):
        pass


def test_a_shortcode_within_itself(site, read):
    files = with_shortcode('{{ partial "again.html" . }}')
    files["layouts/partials/again.html"] = '{{ partial "again.html" . }}'
    with pytest.raises(HugoError):
        read(site(files), seconds=8)


def test_output_without_end(site, hugo):
    code = '{{ range seq 40 }}{{ $x := strings.Repeat 5000000 "x" }}'
    code += '{{ (resources.FromString (printf "f%d.bin" .) $x).Publish }}{{ end }}'
    with (
        pytest.raises(HugoError, match="wrote more than"),
        built(hugo, site(with_shortcode(code)), most_written=20_000_000) as done,
    ):
        assert done.folder


def test_what_is_run_sees_no_secret_and_no_network(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    script = "env; (echo > /dev/tcp/127.0.0.1/22) 2>&1; ls /proc/net/route; cat /proc/net/dev"
    ended = run(["/bin/bash", "-c", script], folder=tmp_path, seconds=5)
    assert "SECRET_KEY" not in ended.output
    assert "eth0" not in ended.output


def test_what_is_run_ends_with_all_that_it_started(tmp_path):
    with pytest.raises(HugoError, match="took more than 1 seconds"):
        run(["/bin/bash", "-c", "sleep 60 & sleep 60"], folder=tmp_path, seconds=1)


def test_memory_is_limited(tmp_path):
    ended = run(
        ["/bin/bash", "-c", "x=$(head -c 400000000 /dev/zero | tr '\\0' x); echo ${#x}"],
        folder=tmp_path,
        seconds=20,
        memory=200_000_000,
    )
    assert "400000000" not in ended.output
