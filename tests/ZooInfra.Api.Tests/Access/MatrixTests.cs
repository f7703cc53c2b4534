using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ZooInfra.Api.Tests.Access;

namespace ZooInfra.Api.Tests;

/// <summary>Every route × caller × content type: what each caller gets is in the table, and nothing of another client's ever comes.</summary>
public sealed class MatrixTests(MatrixHost matrix) : IClassFixture<MatrixHost>
{
    private static readonly string[] Columns =
        ["none", "bad", "acme-read", "acme-vpn", "acme-both", "biggov-read", "biggov-all", "operator", "onboarder", "jwt-acme", "jwt-biggov", "jwt-operator", "jwt-nothing"];

    /// <summary>Template, what is sent, and the status for each column. A route that is mapped and has no row fails a test below.</summary>
    private const string Table = """
        template                       method path                        none bad a-read a-vpn a-both b-read b-all oper onb j-acme j-big j-oper j-none
        /                              GET    /                            401 401    200   403    200    200   200  200 403    200   200    200    403
        /                              POST   /                            401 401    405   403    405    405   405  405 403    405   405    405    403
        /client                        GET    /client                      401 401    200   403    200    200   200  200 403    200   200    200    403
        /client                        PUT    /client                      401 401    405   403    405    405   405  405 403    405   405    405    403
        /client                        POST   /client                      401 401    403   403    403    403   403  403 415    403   403    403    403
        /client/{id}                   GET    /client/acme_corp            401 401    200   403    200    404   404  200 403    200   404    200    404
        /client/{id}                   GET    /client/nobody               401 401    404   404    404    404   404  404 404    404   404    404    404
        /client/{id}                   PUT    /client/acme_corp            401 401    405   403    405    404   404  405 403    405   404    405    404
        /client/{id}                   DELETE /client/acme_corp            401 401    403   403    403    404   404  403 200    403   404    403    404
        /client/{id}                   DELETE /client/nobody               401 401    404   404    404    404   404  404 404    404   404    404    404
        /client/{id}/sla               GET    /client/acme_corp/sla       401 401    200   403    200    404   404  200 403    200   404    200    404
        /client/{id}/sla               POST   /client/acme_corp/sla       401 401    405   403    405    404   404  405 403    405   404    405    404
        /client/{id}/sla               GET    /client/nobody/sla          401 401    404   404    404    404   404  404 404    404   404    404    404
        /client/{id}/sla/versions      GET    /client/acme_corp/sla/versions 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/sla/diff          GET    /client/acme_corp/sla/diff  401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/billing_model     GET    /client/acme_corp/billing_model 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/patch_window      GET    /client/acme_corp/patch_window 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/patch_window.ics  GET    /client/acme_corp/patch_window.ics 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/compliance        GET    /client/acme_corp/compliance 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/controls          GET    /client/acme_corp/controls  401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/support_tier      GET    /client/acme_corp/support_tier 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/penalties         GET    /client/acme_corp/penalties 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/escalation        GET    /client/acme_corp/escalation 401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/contract          GET    /client/acme_corp/contract  401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/exceptions        GET    /client/acme_corp/exceptions 401 401    200   403    200    404   404  200 403    200   404    200    404
        /client/{id}/{**fact}          GET    /client/acme_corp/slo       401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/{**fact}          GET    /client/acme_corp/sla/x/y   401 401    404   403    404    404   404  404 403    404   404    404    404
        /client/{id}/vpn/peers         GET    /client/acme_corp/vpn/peers 401 401    403   200    200    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers         POST   /client/acme_corp/vpn/peers 401 401    403   422    422    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers         DELETE /client/acme_corp/vpn/peers 401 401    403   400    400    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers         PUT    /client/acme_corp/vpn/peers 401 401    403   405    405    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers         GET    /client/nobody/vpn/peers    401 401    404   404    404    404   404  404 404    404   404    404    404
        /client/{id}/vpn/peers/{name}  GET    /client/acme_corp/vpn/peers/x 401 401  403   404    404    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers/{name}  DELETE /client/acme_corp/vpn/peers/x 401 401  403   404    404    404   404  403 403    403   404    403    404
        /client/{id}/vpn/peers/{name}/configuration GET /client/acme_corp/vpn/peers/x/configuration 401 401 403 404 404 404 404 403 403 403 404 403 404
        /client/{id}/vpn/peers/{name}/rotate POST /client/acme_corp/vpn/peers/x/rotate 401 401 403 404  404    404   404  403 403    403   404    403    404
        /client/{id}/operations        GET    /client/acme_corp/operations 401 401   403   200    200    404   404  403 403    403   404    403    404
        /operations/{operation}        GET    /operations/nothing         401 401    403   404    404    403   404  403 403    403   403    403    403
        /openapi/v1.json               GET    /openapi/v1.json            401 401    200   403    200    200   200  200 403    200   200    200    403
        /health/live                   GET    /health/live                 200 200    200   200    200    200   200  200 200    200   200    200    200
        /health/ready                  GET    /health/ready                200 200    200   200    200    200   200  200 200    200   200    200    200
        /metrics                       GET    /metrics                     401 401    403   403    403    403   403  200 403    403   403    200    403
        {**path}                       GET    /nothing/here                401 401    404   404    404    404   404  404 404    404   404    404    404
        {**path}                       POST   /nothing/here                401 401    404   404    404    404   404  404 404    404   404    404    404
        """;

    private static readonly List<Row> Rows = [.. Table.Split('\n').Skip(1).Select(Row.Parse)];

    [Fact]
    public async Task Every_caller_gets_what_the_table_says()
    {
        var wrong = new StringBuilder();
        foreach (var row in Rows)
        {
            foreach (var (caller, headers) in matrix.Callers)
            {
                var expected = row.Statuses[caller.StartsWith("bad", StringComparison.Ordinal) ? "bad" : caller];
                foreach (var accept in (string?[])[null, "text/plain", "application/json", "text/html", "image/png"])
                {
                    var answer = await matrix.Host.SendAsync(new(row.Method), row.Path, accept is null ? headers : [.. headers, ("Accept", accept)]);
                    var status = (int)answer.Status;

                    // Whoever may see it may also ask for a form that it does not have; nobody else learns that.
                    if (status != expected && !(status == 406 && expected == 200 && accept is not null))
                    {
                        wrong.AppendLine(CultureInfo.InvariantCulture, $"{row.Method} {row.Path} Accept: {accept} by {caller}: {status}, not {expected}: {answer.Body}");
                    }

                    if (status >= 400 && answer.Type != "application/problem+json")
                    {
                        wrong.AppendLine(CultureInfo.InvariantCulture, $"{row.Method} {row.Path} by {caller}: {status} as {answer.Type}");
                    }

                    foreach (var mark in MatrixHost.MarksHiddenFrom(caller).Where(mark => $"{answer.Body}{string.Concat(answer.Headers.Values)}".Contains(mark, StringComparison.OrdinalIgnoreCase)))
                    {
                        wrong.AppendLine(CultureInfo.InvariantCulture, $"{row.Method} {row.Path} by {caller} shows '{mark}'");
                    }
                }
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Fact]
    public void Every_route_has_a_row()
        => Assert.Empty(matrix.Host.Routes.Select(Normal).Except(Rows.Select(row => row.Template)));

    [Fact]
    public async Task A_client_that_is_hidden_answers_on_every_route_like_one_that_is_not_there()
    {
        var templates = matrix.Host.Routes.Select(Normal).Where(template => template.StartsWith("/client/{id}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(templates);
        foreach (var template in templates)
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
            {
                foreach (var caller in (string[])["biggov-read", "biggov-all", "jwt-biggov", "jwt-nothing"])
                {
                    Assert.Equal(await AskAsync("acme_cxxp"), await AskAsync("acme_corp"));

                    async Task<(int Status, string Headers, string Body)> AskAsync(string id)
                    {
                        var answer = await matrix.Host.SendAsync(new(method), Path(template, id), matrix.Callers[caller]);
                        var headers = answer.Headers.Where(header => header.Key.ToUpperInvariant() is not ("X-REQUEST-ID" or "DATE" or "CONTENT-LENGTH")).Select(header => $"{header.Key}: {header.Value}");
                        Assert.Equal(404, (int)answer.Status);
                        return (404, string.Join('\n', headers.Order(StringComparer.Ordinal)), WithoutTraces(answer.Body, id));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("/client/ACME_CORP/sla")]
    [InlineData("/client/Acme_Corp/sla")]
    [InlineData("/CLIENT/acme_corp/SLA")]
    [InlineData("/client/%61cme_corp/sla")]
    [InlineData("/client/acme%5Fcorp/sla")]
    [InlineData("/client/acme%5fcorp/%73la")]
    [InlineData("/client/acme%255Fcorp/sla")]
    [InlineData("/client/%2561cme_corp/sla")]
    [InlineData("/client/./acme_corp/sla")]
    [InlineData("/client/biggov/../acme_corp/sla")]
    [InlineData("/client/biggov/%2e%2e/acme_corp/sla")]
    [InlineData("/client/biggov/%2E./acme_corp/sla")]
    [InlineData("/client/biggov/%252e%252e/acme_corp/sla")]
    [InlineData("/client/biggov%2F..%2Facme_corp/sla")]
    [InlineData("/client/biggov%2f%2e%2e%2facme_corp%2fsla")]
    [InlineData("/client/biggov%5C..%5Cacme_corp/sla")]
    [InlineData("/client/biggov\\..\\acme_corp/sla")]
    [InlineData("/client//acme_corp/sla")]
    [InlineData("//client/acme_corp/sla")]
    [InlineData("/client/acme_corp//sla")]
    [InlineData("/client/acme_corp/")]
    [InlineData("/client/acme_corp/sla/")]
    [InlineData("/client/acme_corp/sla/.")]
    [InlineData("/client/acme_corp./sla")]
    [InlineData("/client/.acme_corp/sla")]
    [InlineData("/client/acme_corp%2e/sla")]
    [InlineData("/client/acme_corp%20/sla")]
    [InlineData("/client/%20acme_corp/sla")]
    [InlineData("/client/acme_corp%00/sla")]
    [InlineData("/client/acme_corp%00biggov/sla")]
    [InlineData("/client/biggov%00/../acme_corp/sla")]
    [InlineData("/client/acme_corp%0a/sla")]
    [InlineData("/client/acme_corp%09/sla")]
    [InlineData("/client/acme_corp;biggov/sla")]
    [InlineData("/client/acme_corp,biggov/sla")]
    [InlineData("/client/biggov,acme_corp/sla")]
    [InlineData("/client/acme_corp?id=biggov")]
    [InlineData("/client/acme_corp/sla?id=biggov&client=biggov")]
    [InlineData("/client/biggov/slo?id=acme_corp")]
    [InlineData("/client/acme_corp/sla#biggov")]
    [InlineData("/client/%D0%B0cme_corp/sla")]
    [InlineData("/client/acme_c%D0%BErp/sla")]
    [InlineData("/client/%EF%BD%81cme_corp/sla")]
    [InlineData("/client/acme%EF%BC%BFcorp/sla")]
    [InlineData("/client/acme_corp%E2%80%8B/sla")]
    [InlineData("/client/acme_corp%CC%81/sla")]
    [InlineData("/client/acme%C0%ADcorp/sla")]
    [InlineData("/client/acme%C1%9Fcorp/sla")]
    [InlineData("/client/*/sla")]
    [InlineData("/client/%2a/sla")]
    [InlineData("/client/{id}/sla")]
    [InlineData("/client/acme_%/sla")]
    [InlineData("/client/'%20OR%20'1'='1/sla")]
    [InlineData("http://elsewhere.example/client/acme_corp/sla")]
    [InlineData("http://acme_corp@elsewhere.example/client/acme_corp/sla")]
    [InlineData("*")]
    public async Task No_spelling_of_an_id_opens_another_client(string target)
    {
        foreach (var caller in (string[])["none", "bad-unknown", "acme-vpn", "biggov-read", "biggov-all", "jwt-biggov", "jwt-nothing", "onboarder"])
        {
            foreach (var method in (string[])["GET", "HEAD", "DELETE", "get"])
            {
                var credential = string.Concat(matrix.Callers[caller].Select(header => $"{header.Name}: {header.Value}\r\n"));

                // What a proxy might have done to the path must not count here.
                var tricks = "X-Original-URL: /client/acme_corp/sla\r\nX-Rewrite-URL: /client/acme_corp/sla\r\nX-HTTP-Method-Override: GET\r\nX-Forwarded-Prefix: /client/acme_corp\r\n";
                var answer = await RawHttp.SendAsync(matrix.Host.Root, Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {matrix.Host.Root.Authority}\r\n{credential}{tricks}Connection: close\r\n\r\n"), finish: false, CancellationToken.None);

                Assert.NotNull(answer);
                Assert.True(RawHttp.Status(answer) < 500, answer);
                Assert.DoesNotContain(MatrixHost.AcmeMark, answer, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Operations_peers_and_idempotency_keys_of_others_open_nothing()
    {
        const string key = "6b1d6a52-7c5d-4f0e-9b0a-0f6f5f1d7e11";
        var body = $$"""{"person":"{{MatrixHost.AcmeMark}} archer","device":"{{MatrixHost.AcmeMark}}-laptop","purpose":"support","until":"2027-05-01"}""";
        var made = await PostAsync("acme-vpn", "acme_corp", body);
        Assert.True((int)made.Status == 201, made.Body);
        var peers = $"/client/acme_corp/vpn/peers/{made.Headers["Location"].Split('/')[^1]}";
        var list = JsonNode.Parse((await matrix.Host.SendAsync(HttpMethod.Get, "/client/acme_corp/operations", matrix.Callers["acme-vpn"])).Body)!;
        var operation = $"/operations/{list["operations"]![0]!["id"]}";

        foreach (var caller in matrix.Callers.Keys.Where(caller => caller is not ("acme-vpn" or "acme-both")))
        {
            foreach (var (method, path) in ((string, string)[])[("GET", operation), ("GET", peers), ("GET", $"{peers}/configuration"), ("POST", $"{peers}/rotate"), ("DELETE", peers), ("GET", "/client/acme_corp/operations")])
            {
                var answer = await matrix.Host.SendAsync(new(method), path, matrix.Callers[caller]);
                Assert.True((int)answer.Status is 401 or 403 or 404, $"{method} {path} by {caller}: {answer.Status}");
                Assert.DoesNotContain(MatrixHost.AcmeMark, answer.Body.Replace(peers, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            }
        }

        // The same key in another's hands is another key: what it was answered with does not come back.
        var own = await PostAsync("biggov-all", "biggov", body.Replace(MatrixHost.AcmeMark, "own", StringComparison.Ordinal));
        Assert.Equal(201, (int)own.Status);
        Assert.DoesNotContain(MatrixHost.AcmeMark, own.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (int)(await PostAsync("biggov-all", "acme_corp", body)).Status);
        Assert.Equal(200, (int)(await matrix.Host.SendAsync(HttpMethod.Get, peers, matrix.Callers["acme-vpn"])).Status);
        Assert.Contains(await matrix.Host.AuditAsync(), entry => entry.Target == $"GET {operation}" && entry.Outcome.StartsWith("denied", StringComparison.Ordinal));

        async Task<Answer> PostAsync(string caller, string client, string content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/client/{client}/vpn/peers") { Content = new StringContent(content, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", key);
            foreach (var (name, value) in matrix.Callers[caller])
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await matrix.Host.Http.SendAsync(request);
            return new(response.StatusCode, await response.Content.ReadAsStringAsync(), null, null, response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Long_ids_are_not_there()
    {
        foreach (var length in (int[])[100, 1000, 7000])
        {
            var answer = await matrix.Host.SendAsync(HttpMethod.Get, $"/client/{new string('a', length)}/sla", matrix.Callers["biggov-read"]);
            Assert.Equal(404, (int)answer.Status);
        }
    }

    private static string Normal(string template) => template == "/" ? template : template.TrimEnd('/') is var trimmed && (trimmed.StartsWith('/') || trimmed.StartsWith('{')) ? trimmed : "/" + trimmed;

    /// <summary>A path of the template: the id, and for other parameters something that may well be there.</summary>
    private static string Path(string template, string id)
        => string.Join('/', template.Split('/').Select(part => part == "{id}" ? id : part is ['{', ..] ? "sla" : part));

    private static string WithoutTraces(string body, string id)
    {
        if (body.Length == 0)
        {
            return "";
        }

        var problem = JsonNode.Parse(body)!.AsObject();
        problem.Remove("request_id");
        return problem.ToJsonString().Replace(id, "ID", StringComparison.Ordinal);
    }

    private sealed record Row(string Template, string Method, string Path, Dictionary<string, int> Statuses)
    {
        public static Row Parse(string line)
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(cells[0], cells[1], cells[2], Columns.Zip(cells.Skip(3), (column, cell) => (column, int.Parse(cell, CultureInfo.InvariantCulture))).ToDictionary(pair => pair.column, pair => pair.Item2, StringComparer.Ordinal));
        }
    }
}
