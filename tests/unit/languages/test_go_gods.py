"""The containers of gods, built for both modes and held against slices that are kept sorted."""

import pytest
from go_kit import MODES, answer, planned, request

from lsp_judge.model.verdict import Mode

both_modes = pytest.mark.parametrize("mode", MODES)

# What both versions of the tree are put through; `KEY` unpacks a key, `TREE` makes a tree.
_TREE = """
func f(seed, steps int) string {
	random := rand.New(rand.NewSource(int64(seed)))
	tree, keys := TREE, []int{}
	for step := range steps {
		x := random.Intn(300)
		at, there := slices.BinarySearch(keys, x)
		switch random.Intn(4) {
		case 0, 1:
			tree.Put(x, step)
			if !there {
				keys = slices.Insert(keys, at, x)
			}
		case 2:
			tree.Remove(x)
			if there {
				keys = slices.Delete(keys, at, at+1)
			}
		}
		at, there = slices.BinarySearch(keys, x)
		if _, ok := tree.Get(x); ok != there || tree.Size() != len(keys) {
			return fmt.Sprint("get ", step)
		}
		ceiling, ok := tree.Ceiling(x)
		if ok != (at < len(keys)) || ok && KEY(ceiling.Key) != keys[at] || (ceiling != nil) != ok {
			return fmt.Sprint("ceiling ", step)
		}
		if !there {
			at--
		}
		floor, ok := tree.Floor(x)
		if ok != (at >= 0) || ok && KEY(floor.Key) != keys[at] || (floor != nil) != ok {
			return fmt.Sprint("floor ", step)
		}
		if floor != nil {
			if next := tree.IteratorAt(floor); next.Next() != (at+1 < len(keys)) {
				return fmt.Sprint("next ", step)
			}
			prev := tree.IteratorAt(floor)
			if prev.Prev() != (at > 0) || at > 0 && KEY(prev.Key()) != keys[at-1] {
				return fmt.Sprint("prev ", step)
			}
		}
		if step%97 == 0 {
			i := 0
			each := tree.Iterator()
			for ; each.Next(); i++ {
				if KEY(each.Key()) != keys[i] {
					return fmt.Sprint("forwards ", step)
				}
			}
			if i != len(keys) || each.Next() {
				return fmt.Sprint("the end ", step)
			}
			for each.Prev() {
				if i--; KEY(each.Key()) != keys[i] {
					return fmt.Sprint("backwards ", step)
				}
			}
			if i != 0 || each.Prev() {
				return fmt.Sprint("the beginning ", step)
			}
			if each.First() && (KEY(each.Key()) != keys[0] || tree.Left() != each.Node()) {
				return fmt.Sprint("first ", step)
			}
			if each.Last() && (KEY(each.Key()) != slices.Max(keys) || tree.Right() != each.Node()) {
				return fmt.Sprint("last ", step)
			}
		}
	}
	tree.Clear()
	return fmt.Sprint(len(keys), tree.Left() == nil, tree.Keys(), tree.Size())
}
"""
FIRST = _TREE.replace("TREE", "redblacktree.NewWithIntComparator()").replace("KEY", "key")
FIRST += "\nfunc key(x any) int { return x.(int) }"
SECOND = _TREE.replace("TREE", "redblacktree.New[int, int]()").replace("KEY", "")


@both_modes
@pytest.mark.parametrize("source", [FIRST, SECOND], ids=["first", "second"])
async def test_a_tree_is_a_sorted_slice(source: str, mode: Mode) -> None:
    found = await answer(source, mode, 7, 20000)
    keys, rest = found.split(" ", 1)
    assert 100 < int(keys) < 300
    assert rest == "true [] 0"


@both_modes
async def test_a_tree_stays_flat(mode: Mode) -> None:
    source = """
func f(n int) []int {
	t := redblacktree.New[int, bool]()
	for i := range n {
		t.Put(i, true)
	}
	full := depth(t.Root)
	for i := range n {
		if i%64 != 0 {
			t.Remove(i)
		}
	}
	return []int{full, depth(t.Root), t.Root.Size(), t.GetNode(64).Key}
}

func depth(n *redblacktree.Node[int, bool]) int {
	if n == nil {
		return 0
	}
	return 1 + max(depth(n.Left), depth(n.Right))
}
"""
    full, thinned, size, key = await answer(source, mode, 1 << 16)
    assert 17 <= full <= 32
    assert 11 <= thinned <= 20
    assert (size, key) == (1 << 10, 64)


@both_modes
async def test_a_copy_of_an_iterator_of_the_first_version_goes_its_own_way(mode: Mode) -> None:
    source = """
func f(n int) []int {
	t := redblacktree.NewWithIntComparator()
	for i := 0; i < n; i++ {
		t.Put(i, i*i)
	}
	var it redblacktree.Iterator = t.Iterator()
	it.Next()
	ahead := it
	ahead.Next()
	return []int{it.Value().(int), ahead.Key().(int)}
}
"""
    assert await answer(source, mode, 3) == [0, 1]


@both_modes
async def test_what_maps_and_sets_of_both_versions_say(mode: Mode) -> None:
    first = """
func f(n int) []string {
	m := treemap.NewWithStringComparator()
	none, nothing := m.Min()
	m.Put("b", 2); m.Put("a", 1); m.Put("c", 3)
	odd := m.Select(func(k, v interface{}) bool { return v.(int)%2 == 1 })
	low, _ := m.Floor("bb")
	last, _ := m.Max()
	s := treeset.NewWithIntComparator(3, 1, 2, 3)
	t := treeset.NewWithIntComparator(2, 9)
	at, value := s.Find(func(i int, v interface{}) bool { return v.(int) > 1 })
	return []string{fmt.Sprint(none, nothing), odd.String(), low.(string), last.(string),
		fmt.Sprint(s.Union(t).Values(), s.Intersection(t).Values(), s.Difference(t).Values()),
		fmt.Sprint(at, value, s.Contains(1, 3), s.Contains(1, 4)), s.String()}
}
"""
    second = """
func f(n int) []string {
	m := treemap.NewWith[string, int](strings.Compare)
	none, nothing, ok := m.Min()
	m.Put("b", 2); m.Put("a", 1); m.Put("c", 3)
	odd := m.Select(func(k string, v int) bool { return v%2 == 1 })
	low, _, _ := m.Floor("bb")
	last, _, _ := m.Max()
	s := treeset.New(3, 1, 2, 3)
	t := treeset.New[int](2, 9)
	at, value := s.Find(func(i int, v int) bool { return v > 1 })
	return []string{fmt.Sprint(none, nothing, ok), odd.String(), low, last,
		fmt.Sprint(s.Union(t).Values(), s.Intersection(t).Values(), s.Difference(t).Values()),
		fmt.Sprint(at, value, s.Contains(1, 3), s.Contains(1, 4)), s.String()}
}
"""
    both = [
        "TreeMap\nmap[a:1 c:3]",
        "b",
        "c",
        "[1 2 3 9] [2] [1 3]",
        "1 2 true false",
        "TreeSet\n1, 2, 3",
    ]
    assert await answer(first, mode, 0) == ["<nil> <nil>", *both]
    assert await answer(second, mode, 0) == ["0 false", *both]


def supplied(body: str) -> set[str]:
    plan = planned(request("func f(n int) int { return n }\n" + body))
    return {path.rsplit("/", 1)[0] for path in plan.files if path.startswith("judge_gods/")}


def test_only_what_a_file_uses_is_in_its_build() -> None:
    assert supplied("func g() { sort.Ints(nil) }") == set()
    assert supplied("func g() { redblacktree.New[int, int]() }") == {
        "judge_gods/v1",
        "judge_gods/v2",
        "judge_gods/v2/internal/show",
        "judge_gods/v2/trees/redblacktree",
        "judge_gods/v2/utils",
    }
