"""Carries a batch on and is killed in its third step: `python -m tests.terms.killed NUMBER`."""

import os
import signal
import sys

import django

django.setup()

import posts.batches.each as each  # noqa: E402
from posts.actions.merge_terms import merge_some  # noqa: E402
from posts.batches import run  # noqa: E402
from posts.models import Revision  # noqa: E402

# A post a step.
each.MANY = merge_some.__wrapped__.__kwdefaults__["most"] = 1
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
