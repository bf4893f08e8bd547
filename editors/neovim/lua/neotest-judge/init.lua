-- An adapter for neotest. A file is a test where the server says that it has cases; each case is
-- a test, judged in all modes at once by `lsp-judge run`.
local discovery = require("neotest-judge.discovery")
local report = require("neotest-judge.report")
local server = require("judge.server")

local adapter = { name = "neotest-judge" }

local ENDINGS = { c = true, cc = true, cpp = true, cxx = true, go = true, py = true, rs = true, zig = true }

function adapter.root(folder)
  return server.root(folder) or folder
end

function adapter.filter_dir(name)
  return name ~= "node_modules" and name ~= "__pycache__" and not vim.startswith(name, ".")
end

function adapter.is_test_file(path)
  return ENDINGS[path:match("%.(%w+)$")] == true
end

function adapter.discover_positions(path)
  local positions = discovery.positions(path)
  if positions then
    return require("neotest.types").Tree.from_list(positions, function(position)
      return position.id
    end)
  end
end

-- Nothing for a folder: neotest then asks file by file.
function adapter.build_spec(arguments)
  local position = arguments.tree:data()
  local command = server.command()
  if position.type == "dir" or not command then
    return nil
  end
  local run = { command[1], "run", position.path, "--format", "json" }
  if position.type == "test" then
    vim.list_extend(run, { "--case", position.case })
  end
  return { command = run, context = { path = position.path } }
end

function adapter.results(spec, result, tree)
  return report.results(spec.context.path, result.output, tree)
end

return adapter
