using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ZooInfra;
using ZooInfra.Build.Bench;

// What the analyzers and the generator cost: one project of N clients is compiled with and without them, in turns.
// Usage: dotnet run -c Release --project bench/ZooInfra.Build.Bench -- [clients] [rounds]
var clients = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var root = Metadata("RepositoryRoot");
var folder = Directory.CreateTempSubdirectory("zoo-build-bench-");
try
{
    for (var number = 0; number < clients; number++)
    {
        File.WriteAllText(Path.Combine(folder.FullName, $"Client{number}.cs"), ClientSource.Of(number));
    }

    File.WriteAllText(Path.Combine(folder.FullName, "Directory.Build.props"), "<Project />");
    File.WriteAllText(Path.Combine(folder.FullName, "Clients.csproj"), Project());
    Dotnet("restore", "-v:q");

    Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors; {clients} clients of 200 lines");
    Build(with: false);
    Build(with: true);
    var (plain, ruled) = (new List<Cost>(), new List<Cost>());
    for (var round = 0; round < rounds; round++)
    {
        plain.Add(Build(with: false));
        ruled.Add(Build(with: true));
    }

    Compare("dotnet build", cost => cost.Seconds);
    if (ProcessorTime.OfChildren() is not null)
    {
        Compare("processor time", cost => cost.Processor);
    }

    void Compare(string what, Func<Cost, double> measure)
    {
        var (without, with) = (plain.ConvertAll(cost => measure(cost)), ruled.ConvertAll(cost => measure(cost)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} without {Median(without):0.00} s, with {Median(with):0.00} s: {(Median(with) / Median(without) - 1) * 100:+0.0;-0.0} % (medians of {rounds}; {string.Join(' ', without.Select(Seconds))} and {string.Join(' ', with.Select(Seconds))})"));
    }

    var report = Dotnet("build", "--no-restore", "-t:Rebuild", "-p:WithZoo=true", "-p:ReportAnalyzer=true", "-v:d", "-p:UseSharedCompilation=false");
    foreach (Match line in ReportLine().Matches(report))
    {
        Console.WriteLine(line.Groups["head"].Value.TrimEnd());
    }
}
finally
{
    folder.Delete(recursive: true);
}

Cost Build(bool with)
{
    var (clock, before) = (Stopwatch.StartNew(), ProcessorTime.OfChildren());
    Dotnet("build", "--no-restore", "-t:Rebuild", "-v:q", $"-p:WithZoo={(with ? "true" : "false")}");
    return new(clock.Elapsed.TotalSeconds, ProcessorTime.OfChildren() - before ?? 0);
}

string Project()
{
    var references = new[] { typeof(TenantStack), typeof(TenantAttribute), typeof(Pulumi.Stack), typeof(NodaTime.Instant) }
        .Select(type => $"""<Reference Include="{type.Assembly.Location}" />""");
    var analyzers = Path.Combine(root, "analyzers", "ZooInfra.Build", "bin", Metadata("Configuration"), "netstandard2.0");
    return $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{Path.Combine(root, "analyzers", "ZooInfra.Build", "buildTransitive", "ZooInfra.Build.props")}" Condition="'$(WithZoo)' == 'true'" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>{string.Concat(references)}</ItemGroup>
          <ItemGroup Condition="'$(WithZoo)' == 'true'">
            <Analyzer Include="{analyzers}/ZooInfra.Analyzers.dll;{analyzers}/ZooInfra.CodeFixes.dll;{analyzers}/ZooInfra.Generators.dll;{analyzers}/ZooInfra.Contracts.dll;{analyzers}/NodaTime.dll;{analyzers}/YamlDotNet.dll" />
          </ItemGroup>
        </Project>
        """;
}

string Dotnet(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", [arguments[0], Path.Combine(folder.FullName, "Clients.csproj"), .. arguments.Skip(1)]) { RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? output : throw new InvalidOperationException(output[..Math.Min(output.Length, 4000)]);
}

static string Metadata(string key) => typeof(ClientSource).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

internal static partial class Program
{
    // Under the line of an assembly stand those of its classes, each with its rules in parentheses: "   0.061   <1      ZooInfra.Analyzers.SuppressionAnalyzer (ZOO3003)".
    [GeneratedRegex(@"^ *(?<head>(Total (analyzer|generator) execution time|Time \(s\)).*|<?[\d.]+ +<?\d+ +ZooInfra\.[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex ReportLine();
}

/// <summary>What a build took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Over all threads and processes.</param>
internal sealed record Cost(double Seconds, double Processor);
