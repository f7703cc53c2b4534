using Microsoft.CodeAnalysis.CSharp;

namespace ZooInfra.Generators.Tests;

public sealed class IdentifierTests
{
    [Fact]
    public void Any_project_name_becomes_a_namespace()
        => CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char, 0, 20], name =>
        {
            var source = $"namespace {Identifiers.ToNamespace(name)};";
            return !CSharpSyntaxTree.ParseText(source).GetDiagnostics().Any();
        });

    [Theory]
    [InlineData("Zoo.Stacks", "Zoo.Stacks")]
    [InlineData("my-app", "my_app")]
    [InlineData("2020", "_2020")]
    [InlineData("new", "@new")]
    public void Project_name_reads_as_before_where_it_can(string name, string expected) => Assert.Equal(expected, Identifiers.ToNamespace(name));
}
