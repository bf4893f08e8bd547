-- :checkhealth judge
local config = require("judge.config")
local server = require("judge.server")

local M = {}

local DOCTOR_MS = 30000

local ADVICE = {
  "Install it, in a clone of lsp-judge:",
  "  python3 -m venv ~/.local/share/lsp-judge",
  '  ~/.local/share/lsp-judge/bin/pip install ".[toolchains]"',
  "Or say where it is:",
  '  vim.lsp.config("lsp_judge", { cmd = { "/path/to/lsp-judge", "serve" } })',
}

local function plugin()
  vim.health.start("judge: the plugin")
  local version = tostring(vim.version())
  if vim.fn.has("nvim-0.11") == 1 then
    vim.health.ok("Neovim " .. version)
  else
    vim.health.error("Neovim " .. version .. " is too old", "Install 0.11 or newer")
  end
  local unknown = config.unknown()
  if #unknown > 0 then
    vim.health.warn("vim.g.judge has names that mean nothing: " .. table.concat(unknown, ", "))
  end
  if vim.lsp.is_enabled("lsp_judge") then
    vim.health.ok('vim.lsp.enable("lsp_judge") was called')
  else
    vim.health.warn("the server is not enabled", 'vim.lsp.enable("lsp_judge")')
  end
end

-- What `lsp-judge doctor` prints, or nil and why it does not.
local function doctor(program)
  local started, process = pcall(vim.system, { program, "doctor" }, { text = true })
  if not started then
    return nil, process
  end
  local done = process:wait(DOCTOR_MS)
  if done.code ~= 0 and done.stdout == "" then
    return nil, vim.trim(done.stderr or "")
  end
  return vim.trim(done.stdout or "")
end

local function found()
  vim.health.start("judge: the server")
  local command = server.command()
  if not command then
    vim.health.error("lsp-judge was not found", ADVICE)
    return
  end
  vim.health.ok("found: " .. table.concat(command, " "))
  local said, why = doctor(command[1])
  if not said then
    vim.health.error("`lsp-judge doctor` failed: " .. why)
    return
  end
  local lines = vim.split(said, "\n")
  vim.health.info(vim.tbl_filter(function(line)
    return line:find("lsp-judge ", 1, true) ~= nil
  end, lines)[1] or lines[1])
  vim.health.info("lsp-judge doctor says:\n" .. said)
end

local function clients()
  vim.health.start("judge: running now")
  local running = vim.lsp.get_clients({ name = "lsp_judge" })
  if #running == 0 then
    vim.health.info("no server runs: open a solution")
  end
  for _, client in ipairs(running) do
    local version = vim.tbl_get(client, "server_info", "version") or "?"
    local count = vim.tbl_count(client.attached_buffers)
    vim.health.ok(("lsp-judge %s, %d buffers"):format(version, count))
  end
end

function M.check()
  plugin()
  found()
  clients()
end

return M
