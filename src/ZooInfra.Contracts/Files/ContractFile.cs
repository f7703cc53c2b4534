namespace ZooInfra.Contracts;

/// <summary>A signed contract in its YAML form, <c>contracts/ID.contract.yaml</c>: its facts as written, and where each of them stands.</summary>
public sealed class ContractFile
{
    /// <summary>What the name of a contract file ends in.</summary>
    public const string Suffix = ".contract.yaml";

    private readonly Dictionary<string, Position> _positions;

    private ContractFile(string path, string id, TenantFacts? facts, EquatableArray<ContractFileProblem> problems, Dictionary<string, Position> positions)
    {
        Path = path;
        Id = id;
        Facts = facts;
        Problems = problems;
        _positions = positions;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The client's id: the file name without <see cref="Suffix"/>.</summary>
    public string Id { get; }

    /// <summary>The facts; null when the file has a problem.</summary>
    public TenantFacts? Facts { get; }

    /// <summary>Where the file has not the form of a contract, in the order of the text. Values are judged by <see cref="ContractReader"/>.</summary>
    public IReadOnlyList<ContractFileProblem> Problems { get; }

    /// <summary>Whether <paramref name="path"/> names a contract file.</summary>
    public static bool IsContractFile(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && IdOf(path).Length > 0;

    /// <summary>The client's id in the path of a contract file: the file name without <see cref="Suffix"/>, or without its last extension.</summary>
    public static string IdOf(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - Suffix.Length)
            : System.IO.Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>Reads a contract. All scalars are text, whatever YAML would make of them. Never throws on bad text.</summary>
    /// <param name="path">Where the text comes from; it names the client.</param>
    /// <param name="text">The YAML.</param>
    public static ContractFile Parse(string path, string text)
    {
        var id = IdOf(path);
        var problems = new List<ContractFileProblem>();
        var positions = new Dictionary<string, Position>(StringComparer.Ordinal);
        var facts = YamlTree.Read(text, problems) is { } root ? new ContractFileReader(problems, positions).Read(id, root) : null;
        return new(path, id, problems.Count == 0 ? facts : null, new(problems.OrderBy(problem => problem.Position.Start)), positions);
    }

    /// <summary>
    /// Where the file says the fact at <paramref name="factPath"/> (a name of <see cref="FactPath"/>): the value, else what it would belong to;
    /// null when neither is there.
    /// </summary>
    public Position? Locate(string factPath)
    {
        var start = factPath.StartsWith(FactPath.FileMark, StringComparison.Ordinal) ? factPath.Substring(FactPath.FileMark.Length) : factPath;
        for (var path = start; path.Length > 0; path = Parent(path))
        {
            if (_positions.TryGetValue(path, out var position))
            {
                return position;
            }
        }

        return null;
    }

    /// <summary><c>a[1].b</c> belongs to <c>a[1]</c>, which belongs to <c>a</c>.</summary>
    private static string Parent(string path)
    {
        var end = path.LastIndexOfAny(['.', '[']);
        return end < 0 ? "" : path.Substring(0, end);
    }
}
