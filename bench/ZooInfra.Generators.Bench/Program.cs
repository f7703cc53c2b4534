using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZooInfra;
using ZooInfra.Generators;
using ZooInfra.Generators.Bench;

// What the generator takes by itself, in one process as an editor runs it: all clients, one edited client, an edit elsewhere.
// Usage: dotnet run -c Release --project bench/ZooInfra.Generators.Bench -- [clients] [rounds]
var clients = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
var options = new CSharpParseOptions(LanguageVersion.Latest);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("ZooInfra.Generators", StringComparison.Ordinal))
    .Append(typeof(TenantStack).Assembly.Location)
    .Distinct()
    .Select(path => MetadataReference.CreateFromFile(path));
var trees = Enumerable.Range(0, clients).Select(number => Parse(ClientSource.Of(number), $"Client{number}.cs")).Append(Parse("internal static class Elsewhere;", "Elsewhere.cs")).ToArray();
var compilation = CSharpCompilation.Create("Clients", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors; {clients} clients, medians of {rounds}");
var (full, edited, elsewhere) = (new List<double>(), new List<double>(), new List<double>());
var made = 0;
for (var round = -1; round < rounds; round++)
{
    GeneratorDriver driver = CSharpGeneratorDriver.Create([new ClientGenerator().AsSourceGenerator()], parseOptions: options);
    var all = Run(ref driver, compilation);
    var result = driver.GetRunResult();
    made = result.GeneratedTrees.Length;
    if (result.Diagnostics.Length > 0 || made != clients + 1)
    {
        throw new InvalidOperationException($"{made} files for {clients} clients: {string.Join("; ", result.Diagnostics)}");
    }

    var number = clients / 2;
    var one = Run(ref driver, Edited(number, ClientSource.Of(number, "99.98")));
    var other = Run(ref driver, Edited(clients, "internal static class Elsewhere { public const int Round = 1; }"));

    // The first round loads and compiles the generator itself.
    if (round >= 0)
    {
        full.Add(all);
        edited.Add(one);
        elsewhere.Add(other);
    }
}

Console.WriteLine("| Run | Median, ms | Least | Most |");
Console.WriteLine("|---|---:|---:|---:|");
Print($"all {clients} clients ({made} files)", full);
Print("one client edited", edited);
Print("an edit elsewhere, and that client back", elsewhere);

CSharpCompilation Edited(int tree, string source) => compilation.ReplaceSyntaxTree(trees[tree], Parse(source, trees[tree].FilePath));

SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, options, path);

static double Run(ref GeneratorDriver driver, CSharpCompilation compilation)
{
    // What a compiler has done before generators run is not theirs: declarations are bound.
    _ = compilation.Assembly.GlobalNamespace.GetMembers();
    var clock = Stopwatch.StartNew();
    driver = driver.RunGenerators(compilation);
    return clock.Elapsed.TotalMilliseconds;
}

static void Print(string run, List<double> times)
    => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {run} | {times.Order().ElementAt(times.Count / 2):0.0} | {times.Min():0.0} | {times.Max():0.0} |"));
