if vim.g.loaded_judge then
  return
end
vim.g.loaded_judge = true

if vim.fn.has("nvim-0.11") == 0 then
  vim.notify("judge needs Neovim 0.11 or newer", vim.log.levels.WARN)
  return
end

vim.api.nvim_create_user_command("Judge", function(command)
  require("judge.commands").run(command.fargs)
end, {
  nargs = "+",
  desc = "Judge the solution in this buffer",
  complete = function(lead, line)
    return require("judge.commands").complete(lead, line)
  end,
})

vim.api.nvim_create_autocmd("LspAttach", {
  group = vim.api.nvim_create_augroup("judge", {}),
  desc = "Show verdicts, lenses and hints",
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "lsp_judge" then
      require("judge.display").attached(client, event.buf)
    end
  end,
})

if require("judge.config").get("enable") then
  vim.lsp.enable("lsp_judge")
end
