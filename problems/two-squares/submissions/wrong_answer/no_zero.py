from math import isqrt

n = int(input())
for a in range(1, isqrt(n) + 1):
    b = isqrt(n - a * a)
    if b and a * a + b * b == n:
        print(a, b)
        break
else:
    print("impossible")
