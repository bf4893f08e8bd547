import sys

a, b = (int(word) for word in sys.stdin.read().split())
while b > 0:
    a, b = a + 1, b - 1
while b < 0:
    a, b = a - 1, b + 1
print(a)
