"""What is wrong, where, and how to mend it: values that every step returns beside its result."""

from generator.problems.code import Code, Severity
from generator.problems.codes import CODES
from generator.problems.place import Place
from generator.problems.problem import Problem, in_order, nearest, problem

__all__ = ["CODES", "Code", "Place", "Problem", "Severity", "in_order", "nearest", "problem"]
