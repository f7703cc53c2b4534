using System.Text.Json;

namespace ZooInfra.Cli.Tests.Rules;

/// <summary>
/// The parts of the SARIF 2.1.0 schema that these logs use, by hand: required properties, closed words, and that every index points to what its name says.
/// </summary>
internal static class Sarif
{
    public static void Validate(JsonElement log)
    {
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            ValidateRun(run);
        }
    }

    private static void ValidateRun(JsonElement run)
    {
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.False(string.IsNullOrEmpty(driver.GetProperty("name").GetString()));
        Assert.True(Uri.TryCreate(driver.GetProperty("informationUri").GetString(), UriKind.Absolute, out _));
        var taxonomies = run.GetProperty("taxonomies").EnumerateArray().ToList();
        foreach (var taxonomy in taxonomies)
        {
            Text(taxonomy.GetProperty("shortDescription"));
            Assert.All(taxonomy.GetProperty("taxa").EnumerateArray(), taxon => Assert.False(string.IsNullOrEmpty(taxon.GetProperty("id").GetString())));
        }

        Assert.All(driver.GetProperty("supportedTaxonomies").EnumerateArray(), reference => Component(reference, taxonomies));
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        foreach (var rule in rules)
        {
            Text(rule.GetProperty("shortDescription"));
            Assert.True(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out _));
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
            foreach (var relationship in rule.GetProperty("relationships").EnumerateArray())
            {
                Taxon(relationship.GetProperty("target"), taxonomies);
                Assert.Equal("relevant", relationship.GetProperty("kinds")[0].GetString());
            }
        }

        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Text(result.GetProperty("message"));
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), Levels);
            Assert.Contains(result.GetProperty("kind").GetString(), (string[])["fail", "open"]);
            Assert.True(result.GetProperty("kind").GetString() == "fail" || result.GetProperty("level").GetString() == "none");
            foreach (var location in result.GetProperty("locations").EnumerateArray().SelectMany(location => location.GetProperty("logicalLocations").EnumerateArray()))
            {
                Assert.False(string.IsNullOrEmpty(location.GetProperty("fullyQualifiedName").GetString()));
            }

            foreach (var taxon in result.GetProperty("taxa").EnumerateArray())
            {
                Taxon(taxon, taxonomies);
            }

            if (result.TryGetProperty("suppressions", out var suppressions))
            {
                Assert.All(suppressions.EnumerateArray(), suppression => Assert.Equal("external", suppression.GetProperty("kind").GetString()));
            }
        }
    }

    private static string?[] Levels => ["error", "warning", "note", "none"];

    private static void Text(JsonElement message) => Assert.False(string.IsNullOrEmpty(message.GetProperty("text").GetString()));

    private static JsonElement Component(JsonElement reference, List<JsonElement> taxonomies)
    {
        var taxonomy = taxonomies[reference.GetProperty("index").GetInt32()];
        Assert.Equal(taxonomy.GetProperty("name").GetString(), reference.GetProperty("name").GetString());
        return taxonomy;
    }

    private static void Taxon(JsonElement reference, List<JsonElement> taxonomies)
    {
        var taxonomy = Component(reference.GetProperty("toolComponent"), taxonomies);
        Assert.Equal(taxonomy.GetProperty("taxa")[reference.GetProperty("index").GetInt32()].GetProperty("id").GetString(), reference.GetProperty("id").GetString());
    }
}
