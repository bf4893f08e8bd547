-- Hints that show the last answer. Neovim 0.11 may redraw a line between the server's wish and
-- the answer; it then takes the old hint for the new one and never draws the new one. So the
-- wish is repeated once, when the answer is there already and any redraw shows it.
local M = {}

local ANSWER = "textDocument/inlayHint"
local REFRESH = "workspace/inlayHint/refresh"

-- Of each client's id, whether the server's wish was not repeated yet.
local wished = {}

function M.refresh(failure, result, context)
  wished[context.client_id] = true
  return vim.lsp.handlers[REFRESH](failure, result, context)
end

function M.answered(failure, result, context)
  vim.lsp.handlers[ANSWER](failure, result, context)
  if wished[context.client_id] then
    wished[context.client_id] = nil
    vim.lsp.handlers[REFRESH](nil, nil, context)
  end
end

return M
