package redblacktree

// Remove takes a key out, if it is there.
//
// Where its node has two children it takes over the key before it, and that one's node goes.
// Solutions that hold nodes or iterators across a removal see the same on LeetCode.
func (tree *Tree[K, V]) Remove(key K) {
	node := tree.GetNode(key)
	if node == nil {
		return
	}
	if node.Left != nil && node.Right != nil {
		before := node.Left.last()
		node.Key, node.Value = before.Key, before.Value
		node = before
	}
	child := node.Left
	if child == nil {
		child = node.Right
	}
	switch {
	case child != nil:
		child.red = false // An only child is red, and its parent black.
	case !node.red:
		tree.lift(node)
	}
	tree.replace(node, child)
	tree.size--
}

// settle restores the colours above a new red node.
func (tree *Tree[K, V]) settle(node *Node[K, V]) {
	for node.Parent.isRed() {
		parent := node.Parent
		grandparent := parent.Parent
		if uncle := parent.sibling(); uncle.isRed() {
			parent.red, uncle.red, grandparent.red = false, false, true
			node = grandparent
			continue
		}
		if node.isLeft() != parent.isLeft() {
			tree.rotate(parent, parent.isLeft())
			parent = node
		}
		parent.red, grandparent.red = false, true
		tree.rotate(grandparent, !parent.isLeft())
		break
	}
	tree.Root.red = false
}

// lift makes up for a black node that is about to go, on every path through it.
func (tree *Tree[K, V]) lift(node *Node[K, V]) {
	for ; node.Parent != nil; node = node.Parent {
		parent := node.Parent
		if sibling := node.sibling(); sibling.red {
			parent.red, sibling.red = true, false
			tree.rotate(parent, node.isLeft())
		}
		sibling := node.sibling()
		inner, outer := node.nephews()
		if !inner.isRed() && !outer.isRed() {
			sibling.red = true
			if parent.red {
				parent.red = false
				return
			}
			continue
		}
		if !outer.isRed() {
			sibling.red, inner.red = true, false
			tree.rotate(sibling, !node.isLeft())
			sibling, outer = inner, sibling
		}
		sibling.red, parent.red, outer.red = parent.red, false, false
		tree.rotate(parent, node.isLeft())
		return
	}
}

// rotate turns an edge below a node, which goes down to the left or to the right.
func (tree *Tree[K, V]) rotate(node *Node[K, V], left bool) {
	var up, moved *Node[K, V]
	if left {
		up = node.Right
		moved, node.Right, up.Left = up.Left, up.Left, node
	} else {
		up = node.Left
		moved, node.Left, up.Right = up.Right, up.Right, node
	}
	if moved != nil {
		moved.Parent = node
	}
	tree.replace(node, up)
	node.Parent = up
}

// replace hangs another node, or none, where a node is.
func (tree *Tree[K, V]) replace(node, other *Node[K, V]) {
	switch {
	case node.Parent == nil:
		tree.Root = other
	case node.isLeft():
		node.Parent.Left = other
	default:
		node.Parent.Right = other
	}
	if other != nil {
		other.Parent = node.Parent
	}
}
