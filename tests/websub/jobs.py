"""The jobs that tell hubs: those that wait, and their running without a worker."""

import time

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from feeds.websub.tasks import ping


def waiting() -> list[ProcrastinateJob]:
    """Those that wait, oldest first."""
    jobs = ProcrastinateJob.objects.filter(task_name=ping.name, status="todo")
    return list(jobs.order_by("pk"))


def keys() -> set[str]:
    """The lists that hubs are to hear of."""
    return {key for job in waiting() for key in job.args["keys"]}


def run(job: ProcrastinateJob) -> None:
    """Do what a worker does with a job that succeeds."""
    context = JobContext(
        app=app,
        job=job.procrastinate_job,
        start_timestamp=time.time(),
        abort_reason=lambda: None,
    )
    ping(context, **job.args)
    app.job_manager.cancel_job_by_id(job.pk, delete_job=True)


def run_first() -> None:
    run(waiting()[0])


def told_keys(hub: str, *keys: str, failures: int = 0) -> ProcrastinateJob:
    """A job that is to tell a hub of some lists."""
    pk = ping.defer(hub=hub, keys=list(keys), failures=failures)
    return ProcrastinateJob.objects.get(pk=pk)
