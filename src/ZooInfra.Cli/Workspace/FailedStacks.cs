using ZooInfra.Cli.Commands;

namespace ZooInfra.Cli.Workspace;

/// <summary>
/// Remembers which stacks failed: one file a stack under <c>failed/PROJECT</c> of the state directory, its content the operation that failed.
/// </summary>
internal sealed class FailedStacks(string state, string project)
{
    private readonly string _folder = Path.Combine(state, "failed", project);

    /// <summary>The stacks whose last run of this operation failed; for one that only looks, of any operation.</summary>
    public IReadOnlyList<string> Of(Operation operation, bool isReadOnly)
        => Directory.Exists(_folder)
            ? [.. Directory.EnumerateFiles(_folder).Where(path => isReadOnly || File.ReadAllText(path).Trim() == operation.ToString()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
            : [];

    public void Add(string stack, Operation operation)
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, stack);
        var temporary = Path.Combine(state, "failed", $"{Guid.NewGuid():N}.tmp");
        File.WriteAllText(temporary, operation.ToString());
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Forgets a failure that has been made good: by the same operation, or because everything was removed.</summary>
    public void Remove(string stack, Operation operation)
    {
        var path = Path.Combine(_folder, stack);
        if (File.Exists(path) && (operation == Operation.Destroy || File.ReadAllText(path).Trim() == operation.ToString()))
        {
            File.Delete(path);
        }
    }
}
