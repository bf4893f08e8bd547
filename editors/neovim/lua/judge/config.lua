-- What the plugin itself can be told, in vim.g.judge. The server's settings are the server's:
-- they go into vim.lsp.config("lsp_judge", { init_options = { ... } }).
local M = {}

-- "auto" leaves to vim.diagnostic.config() what a person has configured there.
local DEFAULTS = {
  enable = true,
  lenses = true,
  hints = true,
  signs = "auto",
  virtual_lines = "auto",
}

function M.get(name)
  local chosen = (vim.g.judge or {})[name]
  if chosen == nil then
    return DEFAULTS[name]
  end
  return chosen
end

-- The names in vim.g.judge that mean nothing, sorted.
function M.unknown()
  local names = vim.tbl_filter(function(name)
    return DEFAULTS[name] == nil
  end, vim.tbl_keys(vim.g.judge or {}))
  table.sort(names)
  return names
end

return M
