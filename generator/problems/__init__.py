"""What is wrong, where, and how to mend it: values that every step returns beside its result."""

from generator.problems.code import Code, Severity
from generator.problems.codes import CODES
from generator.problems.fix import AS_READ, WHOLE_LINE, Edit, Fix, replacing, without_line
from generator.problems.place import Place
from generator.problems.problem import Problem, in_order, nearest, problem, surely

__all__ = [
    "AS_READ",
    "CODES",
    "WHOLE_LINE",
    "Code",
    "Edit",
    "Fix",
    "Place",
    "Problem",
    "Severity",
    "in_order",
    "nearest",
    "problem",
    "replacing",
    "surely",
    "without_line",
]
