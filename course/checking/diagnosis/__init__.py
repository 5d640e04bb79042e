"""What a learner is told about a report. Parent-side and pure: it reads, and runs nothing."""

from course.checking.diagnosis.calls import probes_of
from course.checking.diagnosis.diagnose import diagnose
from course.checking.diagnosis.packages import diagnose_package

__all__ = ["diagnose", "diagnose_package", "probes_of"]
