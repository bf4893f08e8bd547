// Input: root = [1,2,3,null,null,4,5]
// Output: [1,2,3,null,null,4,5]
type Codec struct{}

func Constructor() Codec { return Codec{} }

func (c *Codec) serialize(root *TreeNode) string {
	if root == nil {
		return "#"
	}
	return strconv.Itoa(root.Val) + "," + c.serialize(root.Left) + "," + c.serialize(root.Right)
}

func (c *Codec) deserialize(data string) *TreeNode {
	parts := strings.Split(data, ",")
	var build func() *TreeNode
	build = func() *TreeNode {
		part := parts[0]
		parts = parts[1:]
		if part == "#" {
			return nil
		}
		val, _ := strconv.Atoi(part)
		return &TreeNode{val, build(), build()}
	}
	return build()
}
