-- :Judge and what comes behind it.
local server = require("judge.server")

local M = {}

local function failing(step)
  local client = server.client(0)
  local which = {
    namespace = client and require("judge.display").namespace(client),
    severity = { min = vim.diagnostic.severity.WARN },
  }
  if not client or #vim.diagnostic.get(0, which) == 0 then
    vim.notify("judge: no case fails")
    return
  end
  vim.diagnostic.jump(vim.tbl_extend("error", which, { count = step, float = false }))
end

-- A command of the server's for the file of this buffer.
local function command(name, mode, done)
  return function()
    local client = server.client(0)
    if not client then
      vim.notify("judge: no server for this buffer, see :checkhealth judge", vim.log.levels.ERROR)
      return
    end
    local argument = { uri = vim.uri_from_bufnr(0), mode = mode }
    server.execute(client, "lspJudge." .. name, argument, vim.api.nvim_get_current_buf(), done)
  end
end

local SUBCOMMANDS = {
  run = command("run"),
  wasm = command("run", "wasm"),
  native = command("run", "native"),
  bench = command("bench"),
  sanitize = command("sanitize"),
  cancel = command("cancel"),
  report = command("report", nil, function(answer)
    require("judge.report").show(answer)
  end),
  next = function()
    failing(1)
  end,
  prev = function()
    failing(-1)
  end,
  new = function(problem, language)
    require("judge.new").begin(problem, language)
  end,
}

function M.run(arguments)
  local chosen = SUBCOMMANDS[arguments[1]]
  if chosen then
    chosen(unpack(arguments, 2))
  else
    vim.notify("judge: no command " .. arguments[1], vim.log.levels.ERROR)
  end
end

-- What may stand at the end of `line`: a command, or what `new` takes.
function M.complete(lead, line)
  local words = vim.split(line, "%s+", { trimempty = true })
  local place = #words - (lead == "" and 0 or 1)
  local offered = {}
  if place <= 1 then
    offered = vim.tbl_keys(SUBCOMMANDS)
  elseif words[2] == "new" then
    offered = require("judge.new").complete(place, words[3])
  end
  table.sort(offered)
  return vim.tbl_filter(function(each)
    return vim.startswith(each, lead)
  end, offered)
end

return M
