from math import isqrt

n = int(input())
for b in range(isqrt(n), -1, -1):
    a = isqrt(n - b * b)
    if a * a + b * b == n:
        print(b, a)
        break
    if 2 * b * b < n:
        print("impossible")
        break
else:
    print("impossible")
