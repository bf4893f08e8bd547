// Input: words = ["b","a","b"], k = 3
// Output: 7
type pair struct{ word string; count int }

type hp []pair

func (h hp) Len() int           { return len(h) }
func (h hp) Less(i, j int) bool { return h[i].count > h[j].count }
func (h hp) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *hp) Push(v any)        { *h = append(*h, v.(pair)) }
func (h *hp) Pop() any          { a := *h; v := a[len(a)-1]; *h = a[:len(a)-1]; return v }

func abs(x int) int { if x < 0 { return -x }; return x }

const mod int = 1e9 + 7

var f, g [10]int

func init() { f[0] = 1 }

func score(words []string, k int) (ans int64) {
	count := map[string]int{}
	for _, w := range words {
		count[strings.ToLower(w)]++
	}
	h := hp{}
	for w, c := range count {
		heap.Push(&h, pair{w, c})
	}
	sort.Slice(h, func(i, j int) bool { return h[i].word < h[j].word })
	q := list.New()
	q.PushBack(bits.OnesCount(uint(k)))
	s := strconv.Itoa(h[0].count) + fmt.Sprint(q.Len())
	slices.Reverse([]byte(s))
	ans = int64(min(len(s), math.MaxInt)+max(f[0], g[0])+h[1].count+bytes.Count([]byte(s), []byte("1"))) % int64(mod)
	if unicode.IsDigit(rune(s[0])) {
		return ans + int64(abs(-0))
	}
	return 0
}
