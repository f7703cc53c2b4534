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
    var (plain, ruled) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds; round++)
    {
        plain.Add(Build(with: false));
        ruled.Add(Build(with: true));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dotnet build without {Median(plain):0.00} s, with {Median(ruled):0.00} s: {(Median(ruled) / Median(plain) - 1) * 100:+0.0;-0.0} % (medians of {rounds}; {string.Join(' ', plain.Select(Seconds))} and {string.Join(' ', ruled.Select(Seconds))})"));
    var report = Dotnet("build", "--no-restore", "-t:Rebuild", "-p:WithZoo=true", "-p:ReportAnalyzer=true", "-v:d", "-p:UseSharedCompilation=false");
    foreach (Match line in ReportLine().Matches(report))
    {
        Console.WriteLine(line.Value.Trim());
    }
}
finally
{
    folder.Delete(recursive: true);
}

double Build(bool with)
{
    var clock = Stopwatch.StartNew();
    Dotnet("build", "--no-restore", "-t:Rebuild", "-v:q", $"-p:WithZoo={(with ? "true" : "false")}");
    return clock.Elapsed.TotalSeconds;
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
    [GeneratedRegex(@"^.*(Total analyzer|Total generator|ZooInfra\.[A-Z]\w+(Analyzer|Generator)|Time \(s\)|ZooInfra\.\w+, Version).*$", RegexOptions.Multiline)]
    private static partial Regex ReportLine();
}
