"""The lists, stacks, queues and hashed containers of gods, built for both modes."""

import pytest
from go_kit import GO, MODES, answer, build, built, call

from lsp_judge.languages.go.gods import GODS_PACKAGES, is_supplied
from lsp_judge.languages.go.gods_version import FIRST, SECOND
from lsp_judge.model.build import Artifact
from lsp_judge.model.verdict import Mode

both_modes = pytest.mark.parametrize("mode", MODES)


@both_modes
async def test_every_package_of_both_versions_builds(mode: Mode) -> None:
    paths = [f"{module}/{path}" for module in (FIRST, SECOND) for path in GODS_PACKAGES.values()]
    supplied = [path for path in paths if is_supplied(path)]
    assert len(supplied) >= 38
    # With fmt and time there are the parts of gods that need them, too.
    imports = "\n".join(f'import _ "{path}"' for path in ["fmt", "time", *supplied])
    artifact = await build(f"{imports}\nfunc f(n int) int {{ return n }}", mode)
    assert isinstance(artifact, Artifact), artifact


LISTS = """
func f(seed, steps int) string {
	lists := []list{
		arraylist.New[int](), singlylinkedlist.New[int](), doublylinkedlist.New[int](),
	}
	for _, l := range lists {
		random, s := rand.New(rand.NewSource(int64(seed))), []int{}
		for n := range steps {
			s = step(random, l, s)
			i := random.Intn(len(s)+2) - 1
			x, ok := l.Get(i)
			if ok != (0 <= i && i < len(s)) || ok && x != s[i] || l.Size() != len(s) {
				return fmt.Sprintf("%T: step %d", l, n)
			}
			if n%50 == 0 && (!slices.Equal(l.Values(), s) || l.IndexOf(x) != slices.Index(s, x)) {
				return fmt.Sprintf("%T: values at step %d", l, n)
			}
		}
	}
	return ""
}

type list interface {
	Add(values ...int)
	Insert(index int, values ...int)
	Remove(index int)
	Get(index int) (int, bool)
	Set(index int, value int)
	Swap(i, j int)
	IndexOf(value int) int
	Values() []int
	Size() int
}

func step(random *rand.Rand, l list, s []int) []int {
	x, i, j := random.Intn(1000), random.Intn(len(s)+2)-1, random.Intn(len(s)+1)
	inside := 0 <= i && i < len(s)
	switch random.Intn(8) {
	case 0, 1:
		l.Add(x, x+1)
		return append(s, x, x+1)
	case 2:
		l.Insert(0, x, x+1, x+2)
		return slices.Insert(s, 0, x, x+1, x+2)
	case 3:
		l.Insert(j, x, x+1)
		return slices.Insert(s, j, x, x+1)
	case 4:
		l.Set(i, x)
		if i == len(s) {
			return append(s, x)
		}
		if inside {
			s[i] = x
		}
	case 5:
		l.Swap(i, j)
		if inside && j < len(s) {
			s[i], s[j] = s[j], s[i]
		}
	default:
		at := []int{i, i, 0, len(s) - 1}[random.Intn(4)]
		l.Remove(at)
		if 0 <= at && at < len(s) {
			return slices.Delete(s, at, at+1)
		}
	}
	return s
}
"""


@both_modes
async def test_lists_are_slices(mode: Mode) -> None:
    assert await answer(LISTS, mode, 3, 5000) == ""


@both_modes
async def test_lists_of_the_first_version(mode: Mode) -> None:
    source = """
func f(n int) []string {
	l := arraylist.New(3, 1, 2)
	l.Sort(utils.IntComparator)
	big := l.Select(func(i int, x interface{}) bool { return x.(int) > 1 })
	twice := l.Map(func(i int, x interface{}) interface{} { return 2 * x.(int) })
	d := doublylinkedlist.New()
	d.Append("b", "c")
	d.Prepend("x", "a")
	back := []interface{}{}
	it := d.Iterator()
	for it.End(); it.Prev(); {
		back = append(back, it.Index(), it.Value())
	}
	return []string{fmt.Sprint(l.Values(), big.Values(), twice.Values()),
		fmt.Sprint(l.Contains(1, 2), l.Contains(9)), fmt.Sprintln(back...), d.String()}
}
"""
    assert await answer(source, mode, 0) == [
        "[1 2 3] [2 3] [2 4 6]",
        "true false",
        "3 c 2 b 1 a 0 x\n",
        "DoublyLinkedList\nx, a, b, c",
    ]


@both_modes
async def test_stacks_and_queues(mode: Mode) -> None:
    source = """
func f(n int) []string {
	first, second := arraystack.New(), linkedliststack.New()
	queue, linked, buffer := arrayqueue.New(), linkedlistqueue.New(), circularbuffer.New(3)
	sum := 0
	for i := 0; i < n; i++ {
		first.Push(i); second.Push(i); queue.Enqueue(i); linked.Enqueue(i); buffer.Enqueue(i)
		if i%3 == 0 {
			a, _ := first.Pop()
			b, _ := second.Pop()
			c, _ := queue.Dequeue()
			d, _ := linked.Dequeue()
			sum += a.(int) + b.(int) + c.(int) + d.(int)
		}
	}
	top, _ := first.Peek()
	front, _ := linked.Peek()
	empty := arraystack.New()
	none, ok := empty.Pop()
	return []string{fmt.Sprint(sum, first.Size(), second.Size(), queue.Size(), linked.Size()),
		fmt.Sprint(top, front),
		fmt.Sprint(first.Values()[:3], queue.Values()[:3], buffer.Values(), buffer.Full()),
		fmt.Sprint(none, ok, empty.Empty())}
}
"""
    count = 3000
    taken = range(0, count, 3)
    left = count - len(taken)
    assert await answer(source, mode, count) == [
        f"{2 * sum(taken) + 2 * sum(range(len(taken)))} {left} {left} {left} {left}",
        "2999 1000",
        "[2999 2998 2996] [1000 1001 1002] [2997 2998 2999] true",
        "<nil> false true",
    ]


@both_modes
async def test_heaps_give_back_in_order(mode: Mode) -> None:
    source = """
type job struct{ cost, number int }

func f(seed, n int) bool {
	random := rand.New(rand.NewSource(int64(seed)))
	queue := priorityqueue.NewWith(func(a, b job) int { return b.cost - a.cost })
	heap := binaryheap.New[int]()
	costs := []int{}
	for i := range n {
		costs = append(costs, random.Intn(n))
		queue.Enqueue(job{costs[i], i})
	}
	heap.Push(costs...)
	heap.Push(-1)
	least, _ := heap.Pop()
	sort.Ints(costs)
	for _, cost := range costs {
		if x, ok := heap.Pop(); !ok || x != cost {
			return false
		}
	}
	for !queue.Empty() {
		x, _ := queue.Dequeue()
		if x.cost != costs[queue.Size()] {
			return false
		}
	}
	_, ok := queue.Peek()
	return least == -1 && !ok && heap.Empty()
}
"""
    assert await answer(source, mode, 5, 3000) is True


@both_modes
async def test_hashed_containers_and_those_that_keep_the_order(mode: Mode) -> None:
    source = """
func f(n int) []string {
	m := linkedhashmap.New[string, int]()
	for i, key := range strings.Fields("d b a c b e") {
		m.Put(key, i)
	}
	m.Remove("a")
	both := ""
	it := m.Iterator()
	for it.Next() {
		both += it.Key()
	}
	for it.Prev() {
		both += it.Key()
	}
	s := linkedhashset.New(3, 1, 2, 3)
	s.Remove(1)
	s.Add(1)
	h := hashset.New(1, 2)
	u := h.Union(hashset.New(2, 5)).Values()
	sort.Ints(u)
	p := hashmap.New[int, string]()
	p.Put(4, "x")
	value, ok := p.Get(4)
	_, none := p.Get(5)
	return []string{m.String(), both, fmt.Sprint(s.Values(), u, h.Contains(1, 2)),
		value, fmt.Sprint(ok, none, p.Keys())}
}
"""
    assert await answer(source, mode, 0) == [
        "LinkedHashMap\nmap[d:0 b:4 c:3 e:5]",
        "dbceecbd",
        "[3 2 1] [1 2 5] true",
        "x",
        "true false [4]",
    ]


@both_modes
async def test_a_panic_inside_is_told_at_the_line_that_led_there(mode: Mode) -> None:
    source = """func f(n int) {
	t := treemap.NewWithIntComparator()
	t.Put("one", 1)
}"""
    (only,) = call(await built(source, mode), [[1]]).calls
    assert only.status == 1
    found = GO.traceback(only.message)
    assert found is not None
    assert "interface {} is string, not int" in found.reason
    assert [(frame.file, frame.line) for frame in found.frames] == [("solution.go", 3)]
