"""What is wrong, where, and how to mend it: values that every step returns beside its result."""

from generator.problems.code import Code, Severity
from generator.problems.codes import CODES
from generator.problems.fix import AS_READ, Edit, Fix, replacing
from generator.problems.place import Place
from generator.problems.problem import Problem, in_order, nearest, problem, surely

__all__ = [
    "AS_READ",
    "CODES",
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
]
