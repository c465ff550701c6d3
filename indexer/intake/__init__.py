"""Job orders and CVs as they come in: the public formats, checked field by field."""

from indexer.intake.cv_format import cv_from_mapping, cv_to_mapping, read_cv
from indexer.intake.job_order_format import job_order_from_mapping, job_order_to_mapping, read_job_order
from indexer.intake.problems import FieldProblem, IntakeError, unknown_fields

__all__ = [
    "FieldProblem",
    "IntakeError",
    "cv_from_mapping",
    "cv_to_mapping",
    "job_order_from_mapping",
    "job_order_to_mapping",
    "read_cv",
    "read_job_order",
    "unknown_fields",
]
