"""Carries a batch on and is killed in its third step: `python -m tests.terms.killed NUMBER`."""

import os
import signal
import sys

import django

django.setup()

from posts.actions import merge_terms  # noqa: E402
from posts.batches import run  # noqa: E402
from posts.batches import run as running  # noqa: E402
from posts.models import Revision  # noqa: E402

merging = sys.modules["posts.actions.merge_terms"]
merging.merge_some.__wrapped__.__kwdefaults__["most"] = 1
assert merge_terms
assert running
bulk_create, create = Revision.objects.bulk_create, Revision.objects.create
written = []


def counted(make):
    def made(*args, **kwargs):
        result = make(*args, **kwargs)
        written.append(result)
        if len(written) == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return made


Revision.objects.bulk_create = counted(bulk_create)
Revision.objects.create = counted(create)
run(int(sys.argv[1]))
