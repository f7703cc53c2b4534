using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ZooInfra;
using ZooInfra.Build.Bench;

// What the analyzers and the generator cost: one project of N clients is compiled with and without them, in turns, by a compiler of its own as a build
// server starts it, and by the compiler server that stays between the builds of a developer.
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
    await MeasureAsync(
        "a compiler for each build",
        [
            new("without", "-p:WithZoo=false"),
            new("without, compiler told as the package tells it", "-p:WithZoo=false", "-p:CscEnvironment=DOTNET_TieredPGO=0"),
            new("with", "-p:WithZoo=true"),
        ],
        warmUps: 1,
        "-p:UseSharedCompilation=false");
    var server = $"zoo-{Guid.NewGuid():N}";
    try
    {
        await MeasureAsync(
            "a compiler server that has built it before",
            [new("without", "-p:WithZoo=false"), new("with", "-p:WithZoo=true")],
            warmUps: 4,
            "-p:UseSharedCompilation=true",
            $"-p:SharedCompilationId={server}");
    }
    finally
    {
        await EndAsync(server);
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

async Task MeasureAsync(string how, Variant[] variants, int warmUps, params string[] options)
{
    var costs = variants.ToDictionary(variant => variant, _ => new List<Cost>());
    for (var round = -warmUps; round < rounds; round++)
    {
        foreach (var variant in variants)
        {
            var cost = Build([.. variant.Options, .. options]);
            if (round >= 0)
            {
                costs[variant].Add(cost);
            }
        }
    }

    await Console.Out.WriteLineAsync(how);
    foreach (var (variant, measured) in costs)
    {
        await Console.Out.WriteLineAsync($"  {variant.Name}: {Seconds(measured, cost => cost.Seconds)}{(options.Contains("-p:UseSharedCompilation=false") && ProcessorTime.OfChildren() is not null ? $"; processor time {Seconds(measured, cost => cost.Processor)}" : "")}");
    }

    var with = costs[variants[^1]];
    foreach (var variant in variants[..^1])
    {
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  with, against {variant.Name}: {(Median(with, cost => cost.Seconds) / Median(costs[variant], cost => cost.Seconds) - 1) * 100:+0.0;-0.0} % by the clock"));
    }
}

Cost Build(string[] options)
{
    var (clock, before) = (Stopwatch.StartNew(), ProcessorTime.OfChildren());
    Dotnet(["build", "--no-restore", "-t:Rebuild", "-v:q", .. options]);
    return new(clock.Elapsed.TotalSeconds, ProcessorTime.OfChildren() - before ?? 0);
}

async Task EndAsync(string server)
{
    var compiler = Path.Combine(Dotnet("msbuild", "-getProperty:RoslynTargetsPath").Trim(), "bincore", OperatingSystem.IsWindows() ? "VBCSCompiler.exe" : "VBCSCompiler");
    using var process = Process.Start(compiler, [$"-pipename:{server}", "-shutdown"]);
    await process.WaitForExitAsync();
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

static double Median(List<Cost> costs, Func<Cost, double> measure) => costs.Select(measure).Order().ElementAt(costs.Count / 2);

static string Seconds(List<Cost> costs, Func<Cost, double> measure)
    => string.Create(CultureInfo.InvariantCulture, $"{Median(costs, measure):0.0} s ({string.Join(' ', costs.Select(cost => measure(cost).ToString("0.0", CultureInfo.InvariantCulture)))})");

internal static partial class Program
{
    // Under the line of an assembly stand those of its classes, each with its rules in parentheses: "   0.061   <1      ZooInfra.Analyzers.SuppressionAnalyzer (ZOO3003)".
    [GeneratedRegex(@"^ *(?<head>(Total (analyzer|generator) execution time|Time \(s\)).*|<?[\d.]+ +<?\d+ +ZooInfra\.[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex ReportLine();
}

/// <summary>A way to build.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Options">The options for <c>dotnet build</c>.</param>
internal sealed record Variant(string Name, params string[] Options);

/// <summary>What a build took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Over all threads and processes that were children.</param>
internal sealed record Cost(double Seconds, double Processor);
