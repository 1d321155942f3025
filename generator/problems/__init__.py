"""What is wrong, where, and how to mend it: values that every step returns beside its result."""

from generator.problems.codes import CODES, Code, Severity
from generator.problems.place import Place
from generator.problems.problem import Problem, in_order, nearest, problem

__all__ = ["CODES", "Code", "Place", "Problem", "Severity", "in_order", "nearest", "problem"]
