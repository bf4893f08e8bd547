-- What neotest does with an adapter: find the tests of a file, run one of them, take the results.
local M = {}

local function run(spec)
  local output = vim.fn.tempname()
  local done = vim.system(spec.command, { text = true }):wait()
  vim.fn.writefile(vim.split(done.stdout .. done.stderr, "\n"), output)
  return { code = done.code, output = output }
end

local function child(tree, name)
  return vim.iter(tree:children()):find(function(each)
    return each:data().name == name
  end)
end

-- The positions of a file, and the results of running it, or only the test of this name.
function M.judged(path, name)
  local adapter = require("neotest-judge")
  local seen, failure
  assert(adapter.is_test_file(path))
  require("nio").run(function(failed)
    failure = failed
  end, function()
    local tree = assert(adapter.discover_positions(path), "no positions")
    local positions = vim.iter(tree:iter()):map(function(_, each)
      return each
    end)
    local chosen = name and child(tree, name) or tree
    local spec = adapter.build_spec({ tree = chosen })
    seen = {
      positions = positions:totable(),
      results = adapter.results(spec, run(spec), chosen),
    }
  end)
  assert(vim.wait(60000, function()
    return seen or failure
  end, 10), "never discovered")
  assert(seen, failure)
  for _, result in pairs(seen.results) do
    result.written = table.concat(vim.fn.readfile(result.output), "\n")
  end
  return seen
end

return M
