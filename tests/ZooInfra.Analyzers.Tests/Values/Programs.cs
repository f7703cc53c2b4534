using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Analyzers.Values;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>Compiles clients over the real library and reads their programs.</summary>
internal static class Programs
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Threading.Tasks;
        using Pulumi;
        using ZooInfra;
        using ZooInfra.Contracts;
        using ZooInfra.Contracts.Identity;
        using ZooInfra.Dns;
        using ZooInfra.Firewalls;
        using ZooInfra.Identity;
        using ZooInfra.Vpn;

        """;

    /// <summary>A component that takes anything, so that any expression can be read.</summary>
    private const string Probe = Usings + """
        public sealed class Probe<T> : ComponentResource
        {
            public Probe(T value) : base("test:index:Probe", "probe") { }
        }
        """;

    /// <summary>A class of the client Acme with these members, one of them its constructor.</summary>
    public static string Client(string members) => $$"""
        public sealed partial class Acme : TenantStack
        {
        {{members}}
        }
        """;

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Clients",
        [CSharpSyntaxTree.ParseText(Probe, path: "Probe.cs"), .. sources.Select((source, i) => CSharpSyntaxTree.ParseText(Usings + source, path: $"File{i}.cs"))],
        Sources.ClientReferences,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the class called Acme makes; the sources must compile.</summary>
    public static ProgramFacts Read(params string[] sources) => Read(Compile(sources));

    public static ProgramFacts Read(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return ProgramReader.Of(compilation)!.Read(compilation.GetTypeByMetadataName("Acme")!, default)!;
    }

    /// <summary>The components as texts; one that is made conditionally ends in its mark.</summary>
    public static string[] Texts(params string[] sources) => [.. Read(sources).Components.Select(component => component.ToString())];

    /// <summary>The one probe's value; the place that is marked <c>[|here|]</c>, in whichever source, must be its origin.</summary>
    public static FactNode Marked(params string[] sources)
    {
        var (plain, marks) = (new List<string>(), new List<(string Path, TextSpan Span)>());
        foreach (var (source, i) in sources.Select((source, i) => (source, i)))
        {
            TestFileMarkupParser.GetSpans(source, out var text, out System.Collections.Immutable.ImmutableArray<TextSpan> spans);
            plain.Add(text);
            marks.AddRange(spans.Select(span => ($"File{i}.cs", new TextSpan(span.Start + Usings.Length, span.Length))));
        }

        var value = Assert.Single(Read([.. plain]).Components)["value"];
        var origin = ProgramFacts.Locate(value)!;
        var (path, place) = Assert.Single(marks);
        var sourceTexts = plain.Select(text => Usings + text).ToArray();
        Assert.Equal(
            (path, sourceTexts[int.Parse(path[4..^3], null)].Substring(place.Start, place.Length), place.Start),
            (origin.SourceTree!.FilePath, origin.SourceTree.GetText().ToString(origin.SourceSpan), origin.SourceSpan.Start));
        return value;
    }

    /// <summary>Asserts what each expression of a client's constructor is read as.</summary>
    /// <param name="members">Further members of the class, and other types after them, from <paramref name="types"/>.</param>
    /// <param name="statements">Statements before the expressions.</param>
    /// <param name="types">Other types.</param>
    /// <param name="expected">Expressions, of a type when they need one: <c>T| expression</c>; and their values.</param>
    public static void AreRead(string members, string statements, string types, params (string Expression, string Value)[] expected)
    {
        var probes = expected.Select(pair => pair.Expression.Split('|', 2) is [var type, var value] && !type.Contains(' ', StringComparison.Ordinal) && type.Length > 0
            ? $"new Probe<{type}>({value});"
            : $"Probe({pair.Expression});");
        var source = Client($$"""
            public Acme()
            {
                {{statements}}
                {{string.Join("\n", probes)}}
            }

            static void Probe<T>(T value) => new Probe<T>(value);

            {{members}}
            """) + "\n" + types;

        var read = Read(source).Components.Where(component => component.Type == "Probe").Select(component => component["value"].ToString()).ToArray();

        Assert.Equal(expected.Length, read.Length);
        string[] wrong = [.. expected.Zip(read, (pair, value) => value == pair.Value ? null : $"{pair.Expression} is {value}, not {pair.Value}").OfType<string>()];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }
}
