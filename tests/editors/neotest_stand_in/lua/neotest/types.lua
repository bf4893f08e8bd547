-- As much of neotest's tree as the adapter uses.
local Tree = {}
Tree.__index = Tree

function Tree.from_list(list, key)
  local children = {}
  for index = 2, #list do
    children[#children + 1] = Tree.from_list(list[index], key)
  end
  assert(key(list[1]), "a position without an id")
  return setmetatable({ position = list[1], below = children }, Tree)
end

function Tree:data()
  return self.position
end

function Tree:children()
  return self.below
end

function Tree:iter()
  local all = { self.position }
  for _, child in ipairs(self.below) do
    for _, position in child:iter() do
      all[#all + 1] = position
    end
  end
  return ipairs(all)
end

return { Tree = Tree }
