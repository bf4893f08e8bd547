-- Prints what Neovim tells a language server of itself:
--   nvim --headless -u NONE -l tests/e2e/record_neovim.lua > tests/e2e/neovim_capabilities.json
local capabilities = vim.lsp.protocol.make_client_capabilities()
local record = {
  clientInfo = { name = "Neovim", version = tostring(vim.version()) },
  capabilities = capabilities,
}
io.stdout:write(vim.json.encode(record), "\n")
