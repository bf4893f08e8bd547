-- A file's cases, as the server tells them: experimental/discoverTest.
local nio = require("nio")
local server = require("judge.server")

local M = {}

local METHOD = "experimental/discoverTest"

-- A look at all solutions is a look at the whole workspace: not for each file that is none.
local LOOK_MS = 1000

-- The ids of solutions by their files' URIs, and when all were looked at.
local solutions, looked = {}, -LOOK_MS

local ask = nio.wrap(function(params, done)
  vim.schedule(function()
    local found, client = pcall(server.any_client, 0)
    local sent = found
      and client:request(METHOD, params, function(_, answer)
        done(answer and answer.tests or {})
      end)
    if not sent then
      done({})
    end
  end)
end, 2)

-- Take what the server says of tests, unasked or asked.
function M.take(tests)
  for _, item in ipairs(tests) do
    if item.kind == "solution" and item.textDocument then
      solutions[item.textDocument.uri] = item.id
    end
  end
end

local function solution_of(uri)
  if not solutions[uri] and vim.uv.now() - looked >= LOOK_MS then
    M.take(ask(vim.empty_dict()))
    looked = vim.uv.now()
  end
  return solutions[uri]
end

local function range_of(item)
  local first, last = item.range.start, item.range["end"]
  return { first.line, first.character, last.line, last.character }
end

-- The file and its cases as neotest's nested list, nil where there is nothing to judge. A case
-- stands once, though the server has it below each mode.
function M.positions(path)
  local solution = solution_of(vim.uri_from_fname(path))
  if not solution then
    return nil
  end
  local name = vim.fs.basename(path)
  local list = { { id = path, type = "file", name = name, path = path, range = { 0, 0, 0, 0 } } }
  local seen = {}
  for _, item in ipairs(ask({ testId = solution })) do
    if item.kind == "case" and not seen[item.case] then
      seen[item.case] = true
      list[#list + 1] = {
        {
          id = path .. "::" .. item.case,
          type = "test",
          name = "case " .. item.case,
          path = path,
          range = range_of(item),
          case = item.case,
        },
      }
      list[1].range[3] = math.max(list[1].range[3], item.range["end"].line)
    end
  end
  return #list > 1 and list or nil
end

return M
