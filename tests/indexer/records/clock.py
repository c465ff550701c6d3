"""A clock for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


class StepClock:
    """Starts on a November morning in Copenhagen and goes one second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        """The next second."""
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def utc(self) -> datetime:
        """The last answer, in UTC."""
        return self.now.astimezone(UTC)
