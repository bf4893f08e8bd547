-- What is shown of a judged buffer: lenses, hints, signs and virtual lines.
local config = require("judge.config")

local M = {}

-- Remarks (a file without cases) stay an underline: they are no failing cases, and every file of
-- a project would have one.
local FAILING = { min = vim.diagnostic.severity.WARN }
local SIGNS = {
  [vim.diagnostic.severity.ERROR] = "✗",
  [vim.diagnostic.severity.WARN] = "?",
}

function M.attached(client, bufnr)
  if config.get("lenses") then
    require("judge.lenses").attached(client, bufnr)
  end
  if config.get("hints") then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  vim.diagnostic.config(M.diagnostics(), M.namespace(client))
end

function M.namespace(client)
  return vim.lsp.diagnostic.get_namespace(client.id)
end

-- How this server's diagnostics are shown, as far as a person has not said so for all.
function M.diagnostics()
  local general = vim.diagnostic.config() or {}
  local chosen = {}
  local signs = config.get("signs")
  if signs == true or (signs == "auto" and general.signs == true) then
    chosen.signs = { text = SIGNS, severity = FAILING }
  elseif signs == false then
    chosen.signs = false
  end
  local lines = config.get("virtual_lines")
  if lines == "auto" then
    lines = not (general.virtual_lines or general.virtual_text)
    chosen.virtual_lines = lines and { severity = FAILING } or nil
  else
    chosen.virtual_lines = lines and { severity = FAILING }
  end
  return chosen
end

return M
