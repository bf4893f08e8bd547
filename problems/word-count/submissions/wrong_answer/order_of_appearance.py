import re
import sys
from collections import Counter

counts = Counter(re.findall("[a-z]+", sys.stdin.read().lower()))
print(len(counts))
for word, count in counts.most_common():
    print(word, count)
