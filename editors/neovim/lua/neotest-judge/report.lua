-- What `lsp-judge run --format json` printed, as neotest's results.
local M = {}

local function read(path)
  local file = io.open(path, "r")
  local text = file and file:read("*a") or ""
  if file then
    file:close()
  end
  return text
end

-- The document of one line among what else a terminal had to show, nil where there is none.
local function document(text)
  for line in text:gmatch("[^\r\n]+") do
    local decoded, value = pcall(vim.json.decode, line, { luanil = { object = true } })
    if decoded and type(value) == "table" and value.reports then
      return value.reports[1]
    end
  end
end

local function write(lines)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(table.concat(lines, "\n"), "\n")
  file:close()
  return path
end

-- The line of the file in which something is, from 0; nil where it is in another file.
local function line_in(path, place)
  return place.file == path and place.line and place.line > 0 and place.line - 1 or nil
end

local function heard(entry, mode, verdict, message, line)
  if verdict ~= "AC" then
    entry.status = "failed"
    entry.errors[#entry.errors + 1] = { message = mode .. ": " .. message, line = line }
  end
  entry.lines[#entry.lines + 1] = ("%s: %s"):format(mode, message)
end

local function new_entry()
  return { status = "passed", errors = {}, lines = {} }
end

-- By case id, what all modes said; and what concerns the whole file.
local function collected(path, judged)
  local cases, whole = {}, new_entry()
  for _, judgement in ipairs(judged.judgements or {}) do
    local summary = ("%s %d/%d"):format(judgement.verdict, judgement.passed, judgement.total)
    heard(whole, judgement.mode, judgement.verdict, judgement.error or summary)
    for _, each in ipairs(judgement.messages or {}) do
      local verdict = each.severity == "error" and "CE" or "AC"
      heard(whole, judgement.mode, verdict, each.text, each.span and each.span.start.line)
    end
    for _, case in ipairs(judgement.cases or {}) do
      cases[case.id] = cases[case.id] or new_entry()
      local message = case.message ~= "" and case.message or case.verdict
      heard(cases[case.id], judgement.mode, case.verdict, message, line_in(path, case))
      for _, printed in ipairs({ case.stdout, case.stderr }) do
        vim.list_extend(cases[case.id].lines, printed ~= "" and { printed } or {})
      end
    end
  end
  for _, differs in ipairs(judged.disagreements or {}) do
    for _, entry in ipairs({ whole, cases[differs.case] }) do
      heard(entry, "the modes disagree", "DIFF", differs.message)
    end
  end
  return cases, whole
end

local function result(entry)
  return {
    status = entry.status,
    short = table.concat(entry.lines, "\n"),
    errors = entry.errors,
    output = write(entry.lines),
  }
end

-- By position. A case that was not run, because its file does not compile, fails with its file.
function M.results(path, output, tree)
  local text = read(output)
  local judged = document(text)
  local cases, whole = {}, new_entry()
  if judged then
    cases, whole = collected(path, judged)
  else
    heard(whole, "lsp-judge", "IE", vim.trim(text))
  end
  local results = {}
  for _, position in tree:iter() do
    local entry = position.case and cases[position.case]
    if entry or position.type == "file" or whole.status == "failed" then
      results[position.id] = result(entry or whole)
    end
  end
  return results
end

return M
