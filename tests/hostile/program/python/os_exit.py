# Leaves without anything that could hold it, after an answer that nobody has seen.
import os

n = int(input())
print(0)
if n:
    os._exit(7)
