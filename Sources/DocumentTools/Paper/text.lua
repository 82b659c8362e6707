-- Leaves out what pandoc would write around words that are struck, underlined or in italics: it is nothing that somebody wrote.
local function bare(stretch)
  return stretch.content
end

return {{Emph = bare, Strong = bare, Strikeout = bare, Underline = bare, SmallCaps = bare}}
