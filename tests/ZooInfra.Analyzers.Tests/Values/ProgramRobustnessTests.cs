using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Analyzers.Values;

namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>Programs are read on every keystroke, so while they are not finished, and beside code that nobody wrote.</summary>
public sealed class ProgramRobustnessTests
{
    private const string Rich = """
        public sealed partial class Acme(int ttl = 5) : Base("acme")
        {
            private const string Zone = "acme.example";
            private static readonly string[] Servers = ["ns1." + Zone, $"ns2.{Zone}"];
            private readonly DnsRecord _www = DnsRecord.A("www", "192.0.2.1").WithTtl(60) with { Ttl = 5 };
            public string Mail { get; } = nameof(Mail);
            protected override void Hook(params string[] names)
            {
                var args = new DnsZoneArgs { Ttl = ttl, NameServers = { Servers[0], "ns2" }, Records = { _www, Host("mail", last: 7) } };
                args.Records.Add(DnsRecord.Mx("@", 10, Mail ?? "mail"));
                var map = new Dictionary<string, int> { ["a"] = 1, ["b"] = names.Length > 1 ? 2 : 3 };
                foreach (var (key, value) in map) { _ = new DnsZone(key + Zone, args); }
                if (names is ["x", ..]) { return; }
                _ = new Firewall("edge", new() { Zones = [new() { Name = "lan", Interfaces = ["eth1"] }, .. More()], Nat = [FirewallNatArgs.Masquerade("out", "wan", "10.0.0.0/8")], AsOf = new(2027, 3, 31) });
                static FirewallZoneArgs[] More() => [new FirewallZoneArgs { Name = "wan", Interfaces = { "eth0" } }];
                names.ToList().ForEach(name => new Probe<string>(name));
                (var a, int b) = (1, checked(ttl + 2));
                a += b; a++;
            }
            private static DnsRecord Host(string name, int last = 1) { var text = $"192.0.2.{last}"; return DnsRecord.A(name, text); }
        }
        public abstract class Base : TenantStack
        {
            protected Base(string name) { Hook(name, "b"); Shared.Make(name); }
            protected abstract void Hook(params string[] names);
        }
        public static class Shared
        {
            public static void Make(string name) => new Probe<(string, DayOfWeek?)>((name, true ? DayOfWeek.Monday : null));
        }
        """;

    private static readonly string[] Needed =
        ["System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Console", "netstandard", "NodaTime", "ZooInfra", "ZooInfra.Contracts", "Pulumi", "ZooInfra.Pulumi"];

    [Fact]
    public void The_whole_source_is_read()
    {
        var program = Programs.Read(Rich);

        Assert.True(program.IsComplete);
        Assert.Equal(
            ["ZooInfra.Dns.DnsZone", "ZooInfra.Firewalls.Firewall", "Probe", "Probe"],
            program.Components.Select(component => component.Type));
    }

    [Fact]
    public void Nothing_throws_on_a_source_that_breaks_off_at_any_token_or_lacks_one()
    {
        // Each of a thousand compilations puts all namespaces together anew, so only what the source needs is referred to.
        var compilation = Programs.Compile(Rich);
        compilation = compilation.WithReferences(compilation.References.Where(reference => Needed.Contains(Path.GetFileNameWithoutExtension(reference.Display!))));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var whole = compilation.SyntaxTrees[^1];
        var text = whole.GetText().ToString();
        foreach (var token in whole.GetRoot().DescendantTokens().Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)))
        {
            Read(text[..token.Span.End]);
        }

        foreach (var token in whole.GetRoot().DescendantTokens().Where((token, i) => i % 3 == 0 && !token.IsKind(SyntaxKind.EndOfFileToken)))
        {
            Read(text.Remove(token.Span.Start, token.Span.Length));
        }

        void Read(string source)
        {
            var broken = compilation.ReplaceSyntaxTree(whole, whole.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source)));
            var reader = ProgramReader.Of(broken)!;
            foreach (var name in (string[])["Acme", "Base"])
            {
                if (broken.GetTypeByMetadataName(name) is { } type && reader.Read(type, default) is { } program)
                {
                    Assert.DoesNotContain(program.Components, component => component.ToString().Length == 0);
                }
            }
        }
    }

    [Fact]
    public async Task Under_an_analyzer_clients_are_read_once_each_and_generated_ones_not_at_all()
    {
        var compilation = Programs.Compile(
            "public partial class Acme : TenantStack { public Acme() => new Probe<int>(5); }",
            "public partial class Acme { public int Size => 4; } public class Other : TenantStack { public Other() => new Probe<int>(Shared.Seven); }",
            "public static class Shared { public static readonly int Seven = 7; }")
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class Made : ZooInfra.TenantStack { public Made() => new Probe<int>(6); }", path: "Made.g.cs"));
        var analyzer = new ComponentAnalyzer();

        var diagnostics = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            ["File0.cs Acme makes Probe(value: 5)", "File1.cs Other makes Probe(value: 7)"],
            diagnostics.Select(diagnostic => $"{diagnostic.Location.SourceTree!.FilePath} {diagnostic.GetMessage(null)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reading_stops_when_nobody_waits_for_it()
    {
        var compilation = Programs.Compile(Rich);

        Assert.Throws<OperationCanceledException>(() => ProgramReader.Of(compilation)!.Read(compilation.GetTypeByMetadataName("Acme")!, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Many_threads_read_the_same()
    {
        var compilation = Programs.Compile(Rich);
        var reader = ProgramReader.Of(compilation)!;
        var type = compilation.GetTypeByMetadataName("Acme")!;

        var texts = Enumerable.Range(0, 16).AsParallel().Select(_ => string.Join('\n', reader.Read(type, default)!.Components)).ToArray();

        Assert.Single(texts.Distinct());
    }

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // An analyzer of the tests alone is loaded by no compiler.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ComponentAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("TEST1", "A component", "{0} makes {1}", "Test", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                var programs = ProgramReader.Of(start.Compilation);
                start.RegisterSymbolAction(symbol =>
                {
                    foreach (var component in programs?.Read((INamedTypeSymbol)symbol.Symbol, symbol.CancellationToken)?.Components ?? [])
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, ProgramFacts.Locate(component), symbol.Symbol.Name, component));
                    }
                }, SymbolKind.NamedType);
            });
        }
    }
#pragma warning restore RS1036, RS1038, RS1041, RS2008
}
