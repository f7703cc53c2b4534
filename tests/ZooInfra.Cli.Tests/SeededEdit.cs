namespace ZooInfra.Cli.Tests;

/// <summary>An edit of the example platform that must fail its build.</summary>
/// <param name="Rule">The rule that fails it.</param>
/// <param name="File">The file that is edited.</param>
/// <param name="Old">What is replaced; it is in the file once.</param>
/// <param name="Edited">What it is replaced with.</param>
/// <param name="On">A text that is only on the line of the error; null for the line on which the edit begins.</param>
internal sealed record SeededEdit(string Rule, string File, string Old, string Edited, string? On = null)
{
    /// <summary>How the line of the error begins, up to its column, once all edits are made.</summary>
    public string Place(StacksCopy copy)
    {
        var (text, mark) = (copy.Text(File), On ?? Edited.TrimStart('\n'));
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(mark, start + 1, StringComparison.Ordinal) < 0, $"{File} must have '{mark}' once.");
        return $"{File}({text[..start].Count(c => c == '\n') + 1},";
    }
}
