using System.Net;
using System.Text.Json;
using Microsoft.OpenApi;
using ZooInfra.Api.Onboarding;
using ZooInfra.Api.OpenApi;
using ZooInfra.Api.Vpn;
using ZooInfra.Api.Tests.Facts;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.OpenApi;

public sealed class OpenApiTests
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["id"] = "acme_corp",
        ["n"] = "1",
        ["from"] = "1",
        ["to"] = "2",
        ["as_of"] = "2026-11-23",
    };

    [Fact]
    public async Task The_document_is_valid()
    {
        await using var host = await StartAsync();
        var answer = await host.GetAsync(OpenApiRoutes.Path);

        var read = Microsoft.OpenApi.OpenApiDocument.Parse(answer.Body, "json");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.Type));
        Assert.Empty(read.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(["api_key", "bearer"], read.Document!.Components!.SecuritySchemes!.Keys.Order());
        var ids = read.Document.Paths.SelectMany(path => path.Value.Operations!.Values).Select(operation => operation.OperationId).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Every_get_answers_as_it_is_described()
    {
        await using var host = await StartAsync();
        using var document = JsonDocument.Parse((await host.GetAsync(OpenApiRoutes.Path)).Body);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var walked = 0;
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var operation))
            {
                continue;
            }

            // Health, the page and metrics are described here and tested in their own rooms.
            if (!path.Name.StartsWith("/client", StringComparison.Ordinal))
            {
                continue;
            }

            walked++;
            var url = Url(path.Name, operation, optional: false);
            var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content");
            foreach (var form in content.EnumerateObject())
            {
                foreach (var asked in new[] { url, Url(path.Name, operation, optional: true) })
                {
                    var answer = await host.GetAsync(asked, form.Name);
                    Assert.True(answer.Status == HttpStatusCode.OK, $"{asked} as {form.Name}: {answer.Status} {answer.Body}");
                    Assert.Equal(form.Name, answer.Type!.Split(';')[0]);
                    if (form.Name == "application/json")
                    {
                        using var json = JsonDocument.Parse(answer.Body);
                        Matches(schemas, json.RootElement, form.Value.GetProperty("schema"), asked);
                    }
                }
            }

            Assert.Equal(HttpStatusCode.NotAcceptable, await RefusedAsync(host, schemas, operation, url, "image/png"));
            if (path.Name.Contains("{id}", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.NotFound, await RefusedAsync(host, schemas, operation, url.Replace("acme_corp", "nobody", StringComparison.Ordinal), null));
            }
        }

        Assert.Equal(ContractOperations.All.Count + 1, walked);
    }

    [Fact]
    public async Task Every_route_of_the_host_is_described_and_everything_described_is_a_route()
    {
        await using var host = await StartAsync();
        using var document = JsonDocument.Parse((await host.GetAsync(OpenApiRoutes.Path)).Body);

        // What a class serves and single versions have no route of their own: the last one finds them by name.
        Assert.Equal(
            host.Routes.Where(route => !route.Contains("**", StringComparison.Ordinal)).Select(route => route.Length > 1 ? "/" + route.Trim('/') : route).Order(StringComparer.Ordinal),
            document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Where(path => path is not ("/client/{id}/data_residency" or "/client/{id}/sla/versions/{n}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_of_all_rooms_make_one_valid_document()
    {
        var text = ZooInfra.Api.OpenApi.OpenApiDocument.Write([.. ContractOperations.All, .. VpnOperations.All, .. OnboardingOperations.All]);
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Equal(ContractOperations.All.Count + VpnOperations.All.Count + OnboardingOperations.All.Count, read.Document!.Paths.Sum(path => path.Value.Operations!.Count));
    }

    [Fact]
    public async Task Everything_that_a_client_serves_is_described()
    {
        await using var host = await StartAsync();
        using var document = JsonDocument.Parse((await host.GetAsync(OpenApiRoutes.Path)).Body);
        var described = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();

        using var index = JsonDocument.Parse((await host.GetAsync("/client/acme_corp", "application/json")).Body);
        Assert.All(index.RootElement.GetProperty("endpoints").EnumerateArray(), endpoint => Assert.Contains("/client/{id}/" + endpoint.GetProperty("name").GetString(), described));
    }

    [Fact]
    public void Names_that_the_api_serves_itself_are_taken()
        => Assert.All(ContractOperations.All.Select(ContractOperations.NameOf).Where(name => name.Length > 0), name => Assert.Contains(name.Split('/', '.')[0], EndpointNames.BuiltIn));

    private static Task<FactsHost> StartAsync() => FactsHost.StartAsync(FactsHost.Acme, new ContractEndpoint("data_residency", () => AnswerValue.List(["eu", "us"])));

    private static string Url(string path, JsonElement operation, bool optional)
    {
        var query = new List<string>();
        foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
        {
            var name = parameter.GetProperty("name").GetString()!;
            if (parameter.GetProperty("in").GetString() == "path")
            {
                path = path.Replace($"{{{name}}}", Known[name], StringComparison.Ordinal);
            }
            else if (optional || parameter.GetProperty("required").GetBoolean())
            {
                query.Add($"{name}={Known[name]}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static async Task<HttpStatusCode> RefusedAsync(FactsHost host, JsonElement schemas, JsonElement operation, string url, string? accept)
    {
        var answer = await host.GetAsync(url, accept);
        var described = operation.GetProperty("responses").GetProperty(((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)).GetProperty("content").GetProperty("application/problem+json");
        Assert.Equal("application/problem+json", answer.Type);
        using var json = JsonDocument.Parse(answer.Body);
        Matches(schemas, json.RootElement, described.GetProperty("schema"), url);
        return answer.Status;
    }

    private static void Matches(JsonElement schemas, JsonElement value, JsonElement schema, string url)
    {
        var check = new SchemaCheck(schemas);
        check.Check(value, schema, url);
        Assert.Empty(check.Mistakes);
    }
}
