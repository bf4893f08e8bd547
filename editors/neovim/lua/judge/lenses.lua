-- Lenses that are asked for again when the server says so. From Neovim 0.12 on the editor does
-- that itself.
local M = {}

local METHOD = "textDocument/codeLens"

function M.attached(client, bufnr)
  if vim.lsp.codelens.enable then
    vim.lsp.codelens.enable(true, { bufnr = bufnr })
  else
    M.refresh(client.id, bufnr)
    -- Typing moves the entry, and a lens says that it is of the text before the edit.
    vim.api.nvim_create_autocmd({ "InsertLeave", "TextChanged", "BufEnter" }, {
      group = vim.api.nvim_create_augroup("judge.lenses." .. bufnr, {}),
      buffer = bufnr,
      callback = function()
        M.refresh(client.id, bufnr)
      end,
    })
  end
end

-- Ask for the lenses of a buffer, or of all that the client has. Not by
-- vim.lsp.codelens.refresh(): it drops what is asked while an answer is under way, and the
-- last state would never be shown.
function M.refresh(client_id, bufnr)
  local client = vim.lsp.get_client_by_id(client_id)
  if not client or not require("judge.config").get("lenses") then
    return
  end
  for _, each in ipairs(bufnr and { bufnr } or vim.tbl_keys(client.attached_buffers)) do
    if vim.api.nvim_buf_is_loaded(each) then
      local params = { textDocument = vim.lsp.util.make_text_document_params(each) }
      client:request(METHOD, params, vim.lsp.codelens.on_codelens, each)
    end
  end
end

return M
